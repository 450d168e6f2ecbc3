package chancery.claim;

import java.util.Set;

/// The closed classes of English that the grammar of reports stands on, and the roles and bodies of the diplomatic world.
final class Words {
    static final Set<String> DETERMINERS = Set.of("the", "a", "an", "this", "that", "these", "those", "any", "some", "no", "each",
            "every", "such", "both", "all", "another", "other", "what", "which", "certain", "several", "many", "few", "most");
    static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "its", "my", "our", "your", "whose");
    static final Set<String> SUBJECTS = Set.of("he", "she", "they", "it", "i", "we", "you", "there", "who", "this", "one");
    static final Set<String> OBJECTS = Set.of("me", "us", "him", "her", "them", "you", "himself", "themselves", "myself", "ourselves", "herself", "itself");
    static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't");
    static final Set<String> HAVE = Set.of("has", "have", "had", "having", "hasn't", "hadn't", "haven't");
    static final Set<String> DO = Set.of("do", "does", "did", "didn't", "don't", "doesn't");
    static final Set<String> MODALS = Set.of("will", "would", "shall", "should", "may", "might", "can",
            "could", "must", "ought", "cannot", "couldn't", "wouldn't", "won't", "can't", "shouldn't");
    static final Set<String> NEGATIONS = Set.of("not", "never", "no", "nor", "neither", "hardly",
            "n't", "didn't", "don't", "doesn't", "wasn't", "isn't", "cannot", "nothing", "none");
    static final Set<String> PREPOSITIONS = Set.of("of", "in", "to", "for", "with", "on", "at", "by", "from", "about", "as",
            "into", "through", "between", "against", "under", "over", "after", "before", "during", "within", "without", "upon",
            "towards", "toward", "among", "amongst", "regarding", "concerning", "per", "via", "despite", "until", "since",
            "than", "like", "near", "off", "out", "behind", "beyond", "above", "below", "along", "across", "around", "except");
    static final Set<String> CONJUNCTIONS = Set.of("and", "or", "but", "nor", "yet", "so", "if", "because", "although", "though", "while",
            "whereas", "when", "whether", "unless", "that", "which", "who", "whom", "whose", "where", "why", "how", "what", "as", "lest", "once");
    static final Set<String> ADVERBS = Set.of("also", "again", "further", "then", "now", "already", "later", "still", "ever", "always",
            "often", "since", "only", "merely", "therefore", "however", "too", "even", "just", "rather", "quite", "very", "thus", "here",
            "there", "today", "yesterday", "tomorrow", "once", "first", "last", "next", "moreover", "nevertheless", "nonetheless",
            "furthermore", "accordingly", "indeed", "instead", "perhaps", "so", "well", "soon", "never", "almost", "much", "more",
            "most", "otherwise", "meanwhile", "hence", "far", "all", "along", "both", "themselves", "himself", "itself", "herself");
    static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "dr", "sir", "lord", "lady", "general", "colonel",
            "major", "captain", "admiral", "marshal", "field", "air", "prof", "professor", "senator", "m", "mme", "lt",
            "lieutenant", "count", "baron", "prince", "king", "pandit", "viscount", "messrs", "president", "chancellor");
    /// Nouns of those who can speak.
    static final Set<String> ROLES = Set.of("minister", "ministers", "ambassador", "ambassadors", "secretary", "president", "premier", "chancellor",
            "consul", "consul-general", "commissioner", "commissioners", "chairman", "chief", "director", "director-general", "governor", "governor-general",
            "general", "colonel", "officer", "officers", "official", "officials", "representative", "representatives", "delegate", "delegates", "spokesman",
            "adviser", "advisers", "counsellor", "attaché", "attache", "head", "leader", "leaders", "member", "members", "chargé", "charge", "d'affaires",
            "d’affaires", "king", "emperor", "pope", "treasurer", "deputy", "under-secretary", "assistant", "administrator", "judge", "editor", "correspondent",
            "correspondents", "expert", "experts", "observer", "observers", "commander", "commander-in-chief", "agent", "agents", "envoy", "senator",
            "bishop", "admiral", "marshal", "speaker", "man", "friend", "source", "sources", "informant", "people", "author", "diplomat", "diplomats",
            "regent", "queen", "prince", "viceroy", "mayor", "archbishop", "cardinal", "sultan", "shah", "circles", "quarters", "authorities", "authority");
    /// Nouns of bodies that can speak or hold a view.
    static final Set<String> BODIES = Set.of("government", "governments", "department", "ministry", "embassy", "legation", "delegation", "delegations",
            "commission", "committee", "council", "cabinet", "party", "army", "navy", "staff", "office", "parliament", "congress", "senate",
            "court", "union", "assembly", "bank", "board", "admiralty", "treasury", "mission", "house", "press", "radio", "agency", "authority",
            "authorities", "administration", "consulate", "conference", "group", "states", "kingdom", "chiefs", "foreign", "state", "company", "bureau",
            "league", "command", "headquarters", "forces", "secretariat", "republic", "dominion", "dominions", "powers", "commonwealth", "nations");
    /// Nouns of papers that can say something.
    static final Set<String> PAPERS = Set.of("report", "reports", "telegram", "telegrams", "cable", "cables", "cablegram", "message",
            "messages", "letter", "letters", "despatch", "despatches", "dispatch", "note", "memorandum", "minute", "minutes", "communiqué",
            "communique", "statement", "submission", "paper", "papers", "article", "articles", "press", "newspaper", "newspapers",
            "editorial", "broadcast", "circular", "treaty", "agreement", "resolution", "draft", "document", "documents", "evidence",
            "information", "intelligence", "advice", "news", "account", "accounts", "text", "record", "notes", "telephone", "conversation");
    static final Set<String> MONTHS = Set.of("january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    static final Set<String> FIRST = Set.of("i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves");

    private Words() {}

    static boolean isAuxiliary(String lower) {
        return BE.contains(lower) || HAVE.contains(lower) || DO.contains(lower) || MODALS.contains(lower);
    }

    static boolean isAdverb(String lower) {
        return ADVERBS.contains(lower) || lower.length() > 4 && lower.endsWith("ly") && !lower.equals("reply")
                && !lower.equals("supply") && !lower.equals("family") && !lower.equals("italy") && !lower.equals("july")
                && !lower.equals("assembly") && !lower.equals("rely") && !lower.equals("apply") && !lower.equals("imply");
    }
}
