package chancery.cable;

import java.util.Locale;
import java.util.Set;

/// Places from which messages are commonly dated, to tell a place standing alone on a line from a subject (`INDONESIA`).
///
/// Capitals and seats of missions in the spellings of their time. A place printed before a date needs no entry here.
final class Posts {

    private static final Set<String> NAMES = Set.of(("abidjan|accra|addis ababa|adelaide|aden|algiers|amman|ankara|apia|asuncion"
            + "|athens|auckland|baghdad|bandung|bangkok|batavia|beijing"
            + "|beirut|belgrade|berlin|berne|bogor|bogotá|bogota|bombay|bonn|bougainville|brasilia|brisbane|brussels|bucharest"
                    + "|budapest|buenos aires|cairo|calcutta|canberra|cape town"
            + "|capetown|caracas|casablanca|chungking|colombo|copenhagen|dacca|dakar|damascus|dar es salaam|darwin|delhi|dili|dilli"
                    + "|djakarta|djokjakarta|dublin|durban|edinburgh|geneva"
            + "|georgetown|guatemala|habana|hanoi|havana|helsinki|hobart|hong kong|honiara|honolulu|islamabad|istanbul|jakarta"
                    + "|jerusalem|jogjakarta|johannesburg|kabul|kandy|karachi"
            + "|kathmandu|kingston|kuala lumpur|kuching|la paz|lagos|lae|lake success|lima|lisbon|london|los angeles|lusaka|madras"
                    + "|madrid|managua|manila|melbourne|mexico|mexico city"
            + "|montevideo|montreal|moscow|mukden|nairobi|nanking|nauru|new delhi|new york|nicosia|noumea|oslo|ottawa|panama|paris"
                    + "|peiping|peking|perth|phnom penh|port moresby"
            + "|port of spain|prague|pretoria|quito|rabaul|rangoon|rawalpindi|rio de janeiro|rome|saigon|salisbury|salonika"
                    + "|san francisco|san josé|san salvador|santiago|seoul|shanghai"
            + "|singapore|sofia|stockholm|suez|suva|sydney|taipei|tegucigalpa|tehran|teheran|tel aviv|the hague|tientsin|tokio|tokyo"
                    + "|townsville|tripoli|tunis|ulan bator|valletta|vatican city"
            + "|vienna|vientiane|vila|vladivostok|warsaw|washington|wellington|yogyakarta|zürich|zurich").split("\\|"));

    private Posts() {}

    /// Whether the words, brackets and a closing comma apart, are the name of such a place.
    static boolean has(String words) {
        String plain = Wording.trimmed(Wording.unbracketed(words), "", ",.").toLowerCase(Locale.ROOT);
        return NAMES.contains(plain);
    }
}
