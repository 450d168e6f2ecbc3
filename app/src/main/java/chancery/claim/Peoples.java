package chancery.claim;

import java.util.Set;

/// Words for peoples, countries and capitals, which stand for a government rather than for one person.
final class Peoples {
    private static final Set<String> NAMES = Set.of("australian", "australia", "british", "britain", "american", "america", "japanese", "japan",
            "chinese", "china", "dutch", "netherlands", "french", "france", "german", "germany", "russian", "russia", "soviet", "indian", "india",
            "indonesian", "indonesia", "canadian", "canada", "zealand", "italian", "italy", "thai", "thailand", "siam", "siamese", "burma",
            "burmese", "malaya", "malayan", "pakistan", "pakistani", "ceylon", "philippine", "philippines", "portugal", "portuguese", "spain",
            "spanish", "norwegian", "norway", "polish", "poland", "ukraine", "ukrainian", "turkey", "turkish", "greek", "greece", "egypt",
            "egyptian", "korea", "korean", "korea's", "vietnam", "viet", "republic", "states", "kingdom", "u.k.", "u.s.", "u.s.a.", "u.s.s.r.",
            "us", "uk", "usa", "ussr", "belgian", "belgium", "swiss", "switzerland", "sweden", "swedish", "brazil", "colombia", "cuba", "israel",
            "ireland", "irish", "south", "new", "northern", "southern", "western", "eastern", "europeans", "americans", "russians", "germans",
            "italians", "indonesians", "australians", "canadians", "asians", "papua", "guinea", "nauru", "fiji", "timor", "manchuria", "formosa",
            "taiwan", "hong", "kong", "singapore", "london", "washington", "canberra", "tokyo", "moscow", "paris", "peking", "batavia", "delhi");

    private Peoples() {}

    static boolean isOne(String lower) {
        return NAMES.contains(lower);
    }
}
