package chancery.claim;

import chancery.cable.CableHeading;
import chancery.claim.Hit.Subject;
import chancery.claim.Passage.Named;
import chancery.claim.Prose.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who is named in a text and where, which of them are single persons, and who the author and the addressee are.
final class Cast {
    private static final Set<String> NOT_NAMES = Set.of("january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "cablegram", "telegram",
            "secret", "confidential", "immediate", "important", "priority", "document", "pacific", "far", "east", "europe", "asia", "africa", "article",
            "charter", "treaty", "agreement", "paragraph", "section", "no", "stop", "begins", "ends", "message", "following", "letter", "resolution");
    private static final Set<String> NOT_AUTHORS = Set.of("external", "affairs", "high", "commonwealth", "australian", "united", "kingdom", "secretary",
            "prime", "minister", "acting", "mr", "sir", "dr", "lord", "mission", "trade", "territories", "cablegram", "the", "for", "of", "to", "in", "and");
    private static final Set<String> SPEAKING = Set.of("say", "think", "ask", "report", "convinced", "according", "opinion");
    private static final Set<String> OPENINGS = Set.of("please", "regret", "made", "saw", "thank", "reference",
            "repeated", "pending", "dear", "being", "following", "further", "your", "grateful", "whilst");
    private static final Set<String> QUARTERS = Set.of("north", "south", "east", "west", "northern",
            "southern", "eastern", "western", "central", "middle", "far", "near", "upper", "lower");
    private static final Set<String> PLACES = Set.of("island", "islands", "city", "town", "port", "province", "state",
            "states", "gulf", "bay", "sea", "straits", "strait", "district", "region", "north", "south", "east", "west",
            "area", "areas", "coast", "parts", "part", "outside", "peninsula", "territory", "colony", "capital", "village");
    private static final Set<String> PARTICLES = Set.of("van", "de", "von", "der", "la", "le", "al");

    private final Prose prose;
    private final Set<String> authors;
    private final Optional<String> addressee;
    private static final Set<String> LOOSE = Set.of("general", "chief", "head", "deputy", "assistant", "man",
            "friend", "people", "source", "sources", "authority", "charge", "speaker", "quarters", "circles");
    private final Set<String> persons = new HashSet<>();
    private final Set<String> inside = new HashSet<>(); // words with a capital inside a sentence: they are names, where others only begin one
    private final Set<String> places = new HashSet<>(); // words that stand behind `in` or `at`
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<Mention, Named> names = new HashMap<>();
    private final List<List<Mention>> bySentence = new ArrayList<>();

    /// A name or role where it stands.
    ///
    /// @param from     its first token
    /// @param to       behind its last
    /// @param sentence the sentence it stands in
    /// @param person   whether it is one person, else a body or several
    record Mention(int from, int to, int sentence, boolean person) {}

    Cast(TextToRead text, Prose prose, List<List<Hit>> hits) {
        this.prose = prose;
        this.authors = authors(text);
        this.addressee = text.heading().map(CableHeading::to).filter(to -> to.size() == 1).map(to -> to.getFirst().value());
        var sentences = prose.sentences();
        sentences.forEach(this::capitals);
        hits.forEach(this::learn);
        for (var i = 0; i < sentences.size(); i++) for (var t = sentences.get(i).from(); t + 1 < sentences.get(i).to(); t++) title(t);
        for (var i = 0; i < sentences.size(); i++) {
            var before = mentions.size();
            scan(sentences.get(i), i);
            bySentence.add(List.copyOf(mentions.subList(before, mentions.size())));
        }
    }

    /// Those of a sentence, in the order of their places.
    List<Mention> in(int sentence) {
        return bySentence.get(sentence);
    }

    /// Those before a token, the nearest first.
    Stream<Mention> before(int token, int sentence) {
        return IntStream.rangeClosed(0, sentence).mapToObj(i -> bySentence.get(sentence - i).reversed()).flatMap(List::stream).filter(m -> m.to() <= token);
    }

    /// Whom the paper is addressed to, where that is one.
    Optional<String> addressee() {
        return addressee;
    }

    private static Set<String> authors(TextToRead text) {
        var names = new HashSet<String>();
        for (var from : text.heading().map(CableHeading::from).orElse(List.of())) {
            var value = from.value().toLowerCase(Locale.ROOT);
            if (value.matches(".*\\b(?:department|delegation|embassy|legation|government|commission|ministry|cabinet)\\b.*")) continue;
            for (var word : value.split("[^\\p{L}'’-]+")) if (word.length() > 2 && !NOT_AUTHORS.contains(word)) names.add(word);
        }
        return names;
    }

    /// Names that say, think, tell are persons here.
    private void learn(List<Hit> hits) {
        for (var hit : hits) {
            if (hit.kind() == Hit.Kind.NOUN || !hit.subject().type().equals("name") || hit.subject().from() < 0) continue;
            if (!SPEAKING.contains(hit.cue().group()) && !hit.form().equals("past")) continue;
            var last = prose.token(hit.subject().to() - 1);
            if (canBeSurname(hit.subject().to() - 1) && !isPlace(hit.subject().to() - 1)) persons.add(last.lower());
        }
    }

    private boolean canBeSurname(int at) {
        var t = prose.token(at);
        if (!t.isCapital() || !t.isWord() || t.word().length() < 2 || t.word().contains(".") || t.lower().endsWith("ist")
                || t.lower().endsWith("ists") || t.word().equals(t.word().toUpperCase(Locale.ROOT)))
            return false;
        return !Peoples.isOne(t.lower()) && !Words.BODIES.contains(t.lower()) && !NOT_NAMES.contains(t.lower()) && !Words.PAPERS.contains(t.lower());
    }

    /// Whether a name is a place's: behind `in` or `at` somewhere, or behind a quarter of the sky.
    private boolean isPlace(int at) {
        return places.contains(prose.token(at).lower()) || at > 0 && prose.token(at - 1).isCapital() && QUARTERS.contains(prose.token(at - 1).lower());
    }

    private void capitals(Sentence s) {
        for (var i = s.from() + 1; i < s.to(); i++) {
            if (!prose.token(i).isCapital() || !prose.token(i).isWord()) continue;
            inside.add(prose.token(i).lower());
            if (!prose.token(i - 1).is("in") && !prose.token(i - 1).is("at") && !isPlaceOf(i - 1, s)) continue;
            for (var j = i; j < s.to() && prose.token(j).isCapital() && prose.token(j).isWord() && !(j > i && Peoples.isOne(prose.token(j - 1).lower())); j++)
                places.add(prose.token(j).lower());
        }
    }

    /// Whether a place's name stands behind `of`: `the island of Java`.
    private boolean isPlaceOf(int of, Sentence s) {
        return prose.token(of).is("of") && of > s.from() && PLACES.contains(prose.token(of - 1).lower());
    }

    private void title(int at) {
        if (!Words.TITLES.contains(prose.token(at).lower()) || !prose.token(at).isCapital()) return;
        var next = prose.token(at + 1).is(".") ? at + 2 : at + 1;
        var last = -1;
        for (var i = next; i < Math.min(prose.tokens().size(), next + 5)
                && (prose.token(i).isCapital() && prose.token(i).isWord() || prose.token(i).is(".") || PARTICLES.contains(prose.token(i).lower())); i++)
            if (prose.token(i).isCapital() && prose.token(i).word().length() > 2) last = i;
        if (last >= 0 && !Peoples.isOne(prose.token(last).lower()) && !Words.ROLES.contains(prose.token(last).lower())) persons.add(prose.token(last).lower());
    }

    /// Whether words name the author of the paper.
    boolean isAuthor(int from, int to) {
        if (to - from > 6 || from < 0) return false;
        for (var i = from; i < to; i++) if (prose.token(i).isCapital() && authors.contains(prose.token(i).lower())) return true;
        return false;
    }

    /// Whether a source can be *he*.
    boolean isPerson(Named named) {
        return named.from() < 0 ? named.type().equals("name") && !named.words().contains(" and ") : isPerson(named.from(), named.to());
    }

    /// Whether a source that speaks may be one person, though nothing else says so: a short name that is no place's and no body's.
    boolean canBePerson(Named named) {
        return named.from() >= 0 && named.type().equals("name") && named.to() - named.from() < 4
                && person(new Mention(named.from(), named.to(), prose.sentenceOf(named.from()), false)).person();
    }

    private boolean isPerson(int from, int to) {
        return isPerson(prose, persons, from, to);
    }

    /// Whether the words name one person: by a role or a title, or by a name known to be a person's.
    ///
    /// @param persons such names, in small letters
    static boolean isPerson(Prose prose, Set<String> persons, int from, int to) {
        var body = false;
        for (var i = from; i < to; i++) {
            var w = prose.token(i).lower();
            if (w.equals("and")) return false;
            if (Words.ROLES.contains(w) && !w.endsWith("s") && !w.equals("authority") && !w.equals("people")) return true;
            if (Words.TITLES.contains(w) && !w.equals("field") && !w.equals("air")) return true;
            if (Words.BODIES.contains(w) || Peoples.isOne(w) || w.endsWith("s") && Words.ROLES.contains(w) || Words.PAPERS.contains(w)) body = true;
            if (i > from && Words.PREPOSITIONS.contains(w)) break;
        }
        if (body) return false;
        var last = prose.token(to - 1);
        return last.isCapital() && (persons.contains(last.lower()) || from > 0 && Words.TITLES.contains(prose.token(from - 1).lower())
                || from > 1 && prose.token(from - 1).is(".") && Words.TITLES.contains(prose.token(from - 2).lower()));
    }

    /// A source as it is named: without articles before it and possessives behind it.
    Named named(Subject s) {
        var from = s.from();
        var to = s.to();
        while (from < to - 1 && (Words.DETERMINERS.contains(prose.token(from).lower()) && !prose.token(from).is("some") && !prose.token(from).is("certain")
                || prose.token(from).is("of") || !prose.token(from).isWord() && !prose.token(from).isNumber()))
            from++;
        if (to - from > 1 && from > 0 && s.type().equals("name") && Peoples.isOne(prose.token(from).lower())
                && (prose.token(from - 1).is("in") || prose.token(from - 1).is("at")))
            from++;
        while (to - from > 1 && (!prose.token(to - 1).isWord() && !prose.token(to - 1).isNumber() || beginsAnother(prose.token(to - 1).lower()))) to--;
        to = withBracket(to);
        if (s.type().equals("name") && !hasCapitalHead(from, to)) return new Named(prose.words(from, to), from, to, "noun", false);
        var words = prose.words(from, to);
        if (words.endsWith("'s") || words.endsWith("’s")) words = words.substring(0, words.length() - 2);
        return words.isBlank() ? Named.UNNAMED : new Named(words, from, to, s.type(), false);
    }

    /// Whether a word ends no name, but begins a sentence that runs on from a heading: `EXPORT OF OATS The`.
    private static boolean beginsAnother(String lower) {
        return Words.DETERMINERS.contains(lower) || Words.SUBJECTS.contains(lower) || Words.PREPOSITIONS.contains(lower) || Words.CONJUNCTIONS.contains(lower);
    }

    /// Behind the bracket that gives a name to a role: `the manager (Wingfield)`.
    private int withBracket(int to) {
        var tokens = prose.tokens().size();
        if (to < 1 || to + 2 >= tokens || !prose.token(to).is("(") || !prose.token(to + 1).isCapital() || prose.token(to - 1).isCapital() && !isRole(to - 1))
            return to;
        for (var i = to + 2; i < Math.min(tokens, to + 6); i++) if (prose.token(i).is(")")) return i + 1;
        return to;
    }

    /// Whether a role ends with a word: `Minister`, `Secretary of State`.
    private boolean isRole(int last) {
        var at = last;
        while (at > 0 && last - at < 6 && (prose.token(at).isCapital() || prose.token(at).is("of") || prose.token(at).is("for") || prose.token(at).is("the"))) {
            if (Words.ROLES.contains(prose.token(at).lower())) return true;
            at--;
        }
        return false;
    }

    /// The name that a role stands behind: `Mr Stikker, the Foreign Minister, who said`.
    Optional<Named> nameBefore(Subject role) {
        if (!role.type().equals("role") || role.from() < 2 || !prose.token(role.from() - 1).is(",")) return Optional.empty();
        return in(prose.sentenceOf(role.from())).stream().filter(m -> m.to() == role.from() - 1 && m.person())
                .findFirst().map(m -> new Named(prose.words(m.from(), m.to()), m.from(), m.to(), "name", false));
    }

    /// Whether the noun that a phrase is about has a capital: `Lord Addison`, not `dissolution of German trusts`.
    private boolean hasCapitalHead(int from, int to) {
        var head = from;
        while (head + 1 < to && !Words.PREPOSITIONS.contains(prose.token(head + 1).lower()) && prose.token(head + 1).isWord()) head++;
        return prose.token(head).isCapital() || prose.token(from).isCapital() && prose.token(from).isWord() && !Peoples.isOne(prose.token(from).lower())
                || PARTICLES.contains(prose.token(from).lower());
    }

    /// The name or role between brackets behind a pronoun: `he (the President)`.
    Optional<Named> bracketed(int pronoun, int to) {
        if (pronoun + 2 >= to || !prose.token(pronoun + 1).is("(")) return Optional.empty();
        return ahead(pronoun + 2, to).map(this::named);
    }

    Named named(Mention m) {
        return names.computeIfAbsent(m, k -> new Named(prose.words(k.from(), k.to()), k.from(), k.to(), k.person() ? "name" : "body", true));
    }

    /// The first mention that begins at a token or a little behind it, articles and adjectives between.
    Optional<Mention> ahead(int at, int to) {
        for (var m : in(prose.sentenceOf(at)))
            if (m.from() >= at && m.from() <= at + 3 && m.to() <= to) return noSign(at, m.from()) ? Optional.of(m) : Optional.empty();
        return Optional.empty();
    }

    /// Whether somebody of that name can speak; else a word is taken for one that is none.
    boolean canSpeak(Named named) {
        if (named.from() < 0) return true;
        if (!prose.token(named.from()).isWord() || OPENINGS.contains(prose.token(named.from()).lower())) return false;
        for (var i = named.from(); i < named.to(); i++) if (Words.CONJUNCTIONS.contains(prose.token(i).lower()) && !prose.token(i).is("and")) return false;
        var head = named.from();
        while (head + 1 < named.to() && prose.token(head + 1).isWord() && !Words.PREPOSITIONS.contains(prose.token(head + 1).lower())) head++;
        var w = prose.token(head).lower();
        if (isKnown(w) || Words.PAPERS.contains(w) || Words.ROLES.contains(w)) return true;
        return prose.token(head).isCapital() && !NOT_NAMES.contains(w) && (named.from() > 0 && !prose.token(named.from() - 1).is(".") || isSubject(named.to()));
    }

    /// The mention that a sentence has for its subject: a name or role at its beginning with a verb behind it.
    Optional<Mention> subject(Sentence s, int index) {
        return in(index).stream().filter(m -> m.from() <= s.from() + 1).findFirst().filter(m -> m.to() < s.to() && acts(m.to())).map(this::person);
    }

    private boolean acts(int at) {
        if (at >= prose.tokens().size()) return false;
        var w = prose.token(at).lower();
        return isSubject(at) || !prose.token(at).isCapital() && prose.token(at).isWord() && !Words.PREPOSITIONS.contains(w)
                && !Words.CONJUNCTIONS.contains(w) && (w.endsWith("ed") || w.endsWith("s") || w.equals("gave")
                || w.equals("took") || w.equals("stood") || w.equals("came") || w.equals("went") || w.equals("made"));
    }

    /// A phrase from a token to the next sign or verb: `the respective delegations`.
    Optional<Named> phrase(int at, int to) {
        var j = at;
        while (j < Math.min(to, at + 7) && prose.token(j).isWord() && !Words.isAuxiliary(prose.token(j).lower())
                && !Words.CONJUNCTIONS.contains(prose.token(j).lower()))
            j++;
        if (j == at) return Optional.empty();
        var named = named(new Subject(at, j, "body"));
        return canSpeak(named) || named.to() > 0 && isKnown(prose.token(named.to() - 1).lower()) ? Optional.of(named) : Optional.empty();
    }

    private boolean noSign(int from, int to) {
        for (var i = from; i < to; i++)
            if (!prose.token(i).isWord() || Words.isAuxiliary(prose.token(i).lower())
                    || Words.CONJUNCTIONS.contains(prose.token(i).lower()) || Words.PREPOSITIONS.contains(prose.token(i).lower()))
                return false;
        return true;
    }

    private void scan(Sentence s, int index) {
        if (isShouted(s)) return;
        for (var i = s.from(); i < s.to(); i++) {
            var t = prose.token(i);
            var role = Words.ROLES.contains(t.lower()) && i > s.from() && (isArticle(i - 1) || t.lower().endsWith("s"));
            if (!(t.isCapital() && t.isWord()) && !role) continue;
            if (i == s.from() && isSmall(t.lower())) continue;
            if (t.is("i") || NOT_NAMES.contains(t.lower()) || OPENINGS.contains(t.lower()) || i == s.from() && Words.isAuxiliary(t.lower())) continue;
            if (i > s.from() && prose.token(i - 1).is("dear")) continue;
            var j = end(i, s.to());
            if (j - i == 1
                    && (LOOSE.contains(t.lower()) || i == s.from() && !isKnown(t.lower()) && !acts(j) || isShout(t.word()) && !persons.contains(t.lower())))
                continue;
            if (prose.token(j - 1).own()) continue;
            var before = i > s.from() ? prose.token(i - 1).lower() : "";
            var place = before.equals("in") || before.equals("at") || before.equals("to") || before.equals("from") || before.equals("for");
            var person = isPerson(i, j);
            var titled = Words.TITLES.contains(t.lower()) || Words.ROLES.contains(t.lower());
            var passed = isApposition(i, s.from(), person) || place && !titled && person && j - i == 1 && !persons.contains(t.lower());
            if (!passed && !isAuthor(i, j)) mentions.add(new Mention(i, j, index, person));
            i = j - 1;
        }
    }

    private boolean isKnown(String lower) {
        return persons.contains(lower) || Peoples.isOne(lower) || Words.BODIES.contains(lower) || Words.ROLES.contains(lower);
    }

    private static boolean isShout(String word) {
        return word.length() > 5 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /// Whether a verb stands where a name ends: `Strang gave`, `Sjahrir was`.
    private boolean isSubject(int at) {
        if (at >= prose.tokens().size()) return false;
        var next = prose.token(at).lower();
        return Words.isAuxiliary(next) && !prose.token(at).isCapital()
                || CueWords.shipped().verb(next).filter(v -> !v.form().equals("ing")).isPresent() && !prose.token(at).isCapital();
    }

    /// Takes a name that the author meets, or that begins a sentence and does something, for a person.
    Mention person(Mention m) {
        if (m.person() || m.to() - m.from() > 3) return m;
        var t = prose.token(m.to() - 1);
        if (!canBeSurname(m.to() - 1) || t.own() || m.from() > 0 && isArticle(m.from() - 1) || places.contains(t.lower())) return m;
        if (m.from() == prose.sentences().get(m.sentence()).from() && !inside.contains(prose.token(m.from()).lower())) return m;
        for (var i = m.from(); i < m.to(); i++) if (isKnown(prose.token(i).lower()) || Words.PREPOSITIONS.contains(prose.token(i).lower())) return m;
        return new Mention(m.from(), m.to(), m.sentence(), true);
    }

    private boolean isArticle(int at) {
        return prose.token(at).is("the") || prose.token(at).is("a") || prose.token(at).is("an");
    }

    private static boolean isSmall(String lower) {
        return Words.DETERMINERS.contains(lower) || Words.SUBJECTS.contains(lower) || Words.PREPOSITIONS.contains(lower)
                || Words.CONJUNCTIONS.contains(lower) || Words.isAdverb(lower) || Words.POSSESSIVES.contains(lower);
    }

    /// Behind the last word of a name: `Secretary of State for Dominion Affairs`, `Van der Wijck`, `Dr. H. V. Evatt`.
    private int end(int at, int to) {
        var j = at + 1;
        while (j < to) {
            var n = prose.token(j);
            var before = prose.token(j - 1);
            if (n.isCapital() && n.isWord() && !n.is("i") && !NOT_NAMES.contains(n.lower())
                    || n.is(".") && before.word().length() <= 3 && j + 1 < to && prose.token(j + 1).isCapital()) {
                j++;
                continue;
            }
            var joins = PARTICLES.contains(n.lower()) || (n.is("of") || n.is("for") || n.is("at") || n.is("in"))
                    && (Words.ROLES.contains(before.lower()) || Words.BODIES.contains(before.lower()));
            var capitalNext = j + 1 < to && (prose.token(j + 1).isCapital() || prose.token(j + 1).is("the") && j + 2 < to && prose.token(j + 2).isCapital());
            if (!joins || !capitalNext) break;
            j += prose.token(j + 1).is("the") ? 3 : 2;
        }
        return Math.min(j, to);
    }

    /// Whether a role only says more of the person named just before: `Mr Stikker, the Foreign Minister`.
    private boolean isApposition(int at, int from, boolean person) {
        var comma = at - 1;
        if (comma > from && isArticle(comma)) comma--;
        if (comma <= from || !prose.token(comma).is(",") || mentions.isEmpty() || !person || !Words.ROLES.contains(prose.token(at).lower())) return false;
        return mentions.getLast().to() == comma && mentions.getLast().person();
    }

    private boolean isShouted(Sentence s) {
        var words = prose.words(s.from(), s.to());
        return words.equals(words.toUpperCase(Locale.ROOT));
    }
}
