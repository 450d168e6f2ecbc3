package chancery.authority;

import chancery.document.Edtf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person, body or place that people described once, whatever papers call it. After ISAAR(CPF): kind 5.1.1, authorised form 5.1.2, other forms 5.1.5,
/// dates of existence 5.2.1, history 5.2.2.
///
/// @param id       its permanent name; empty of what nobody described, only named in a test
/// @param kind     what it is
/// @param name     the authorised form of its name, as lists sort it: `Bruce, Stanley Melbourne, 1883–1967`
/// @param dates    from birth to death, foundation to end; empty when not said
/// @param history  who it was, in a few sentences; may be empty
/// @param sameAs   addresses of the same in other authority files (VIAF, Wikidata); may be empty
/// @param variants other names, in the order in which they were recorded
public record Authority(String id, Kind kind, String name, Optional<Edtf> dates, String history, List<String> sameAs, List<Variant> variants) {
    /// What an authority describes.
    public enum Kind {
        PERSON, BODY, PLACE;

        /// As it is written in files: `person`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// The kind that a word names; empty when it names none.
        public static Optional<Kind> of(String word) {
            for (var kind : values()) if (kind.word().equals(word)) return Optional.of(kind);
            return Optional.empty();
        }
    }

    public Authority {
        if (NameWords.key(name).isEmpty()) throw new IllegalArgumentException("an authority without a name");
        sameAs = List.copyOf(sameAs);
        variants = List.copyOf(variants);
    }

    /// Its name in the order of speech: `Stanley Melbourne Bruce`.
    public String spoken() {
        return NameWords.spoken(name);
    }

    /// Every name that papers may use for it: the authorised form in the order of speech, then the others; each once.
    public List<Variant> names() {
        var names = new ArrayList<Variant>();
        names.add(Variant.always(spoken()));
        for (var variant : variants) if (names.stream().noneMatch(variant::isSame)) names.add(variant);
        return names;
    }
}
