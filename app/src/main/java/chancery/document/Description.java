package chancery.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the archive says of a paper (after ISAD(G) and DACS). Words are kept as the source gives them.
/// Every string may be empty and every list may be empty, except the title.
///
/// @param title        the title as given
/// @param creators     who made it, as named
/// @param contributors who else had a part in it
/// @param kind         what kind of paper, where the description says so; a reading of its heading may say more
/// @param extent       how much: `2 pages`
/// @param dating       when
/// @param summary      one or a few sentences
/// @param languages    of the texts, BCP 47
/// @param marking      stamps as printed: `Most secret`
/// @param accessNote   what a reader should know about access
/// @param rights       who may do what
/// @param credit       whom to thank: `This document was made possible with support from …`
/// @param people       people and bodies named by the describer
/// @param places       places named by the describer
/// @param subjects     subjects named by the describer
/// @param collections  what we publish it in
/// @param holdings     where it lies; several for a paper that lies in several places
/// @param related      records or outside works said to be related, as written
/// @param edition      where it is printed, so that citations of the edition find it
/// @param sourceIds    what others call it
/// @param uploaded     when its former publisher put it up; empty when not said
public record Description(String title, List<String> creators, List<String> contributors, Optional<Kind> kind, String extent, Dating dating, String summary,
                          List<String> languages, List<String> marking, String accessNote,
                          Rights rights, String credit, List<String> people, List<String> places,
                          List<String> subjects, List<Membership> collections, List<Holding> holdings, List<String> related, Optional<Edition> edition,
                          List<SourceId> sourceIds, Optional<LocalDate> uploaded) {
    public Description {
        if (title.isBlank()) throw new IllegalArgumentException("a record needs a title");
        creators = List.copyOf(creators);
        contributors = List.copyOf(contributors);
        languages = List.copyOf(languages);
        marking = List.copyOf(marking);
        people = List.copyOf(people);
        places = List.copyOf(places);
        subjects = List.copyOf(subjects);
        collections = List.copyOf(collections);
        holdings = List.copyOf(holdings);
        related = List.copyOf(related);
        sourceIds = List.copyOf(sourceIds);
    }

    /// Its place in a collection.
    ///
    /// @param titles  the collection's title, after those of the collections around it, the widest first; never empty
    /// @param ordinal its place there, for reading in order; equal places are read in the order of their delivery paths
    public record Membership(List<String> titles, double ordinal) {
        public Membership {
            titles = List.copyOf(titles);
            if (titles.isEmpty()) throw new IllegalArgumentException("a membership needs a collection");
        }
    }

    /// Rights and whom to ask. `contact` may be an address: pages never show it as it stands.
    public record Rights(String statement, String contact) {
        /// Nothing said.
        public static final Rights NONE = new Rights("", "");
    }

    /// Where a paper is printed.
    ///
    /// @param edition the edition: `Documents on Australian Foreign Policy`
    /// @param volume  its volume as printed: `7`, `XI`
    /// @param number  the number in it
    /// @param pages   its pages: `12–14`
    public record Edition(String edition, String volume, String number, String pages) {}

    /// What others call a record: `(Record ID, 134845)`.
    public record SourceId(String scheme, String value) {}

    /// A description that has only a title; the builder makes it fuller.
    public static Builder titled(String title) {
        return new Builder(title);
    }

    /// Gathers a description. Not for sharing between threads.
    public static final class Builder {
        private String title;
        private List<String> creators = List.of(), contributors = List.of(), languages = List.of(),
                marking = List.of(), people = List.of(), places = List.of(), subjects = List.of(), related = List.of();
        private Optional<Kind> kind = Optional.empty();
        private String extent = "", summary = "", accessNote = "", credit = "";
        private Dating dating = Dating.UNDATED;
        private Rights rights = Rights.NONE;
        private List<Membership> collections = List.of();
        private List<Holding> holdings = List.of();
        private Optional<Edition> edition = Optional.empty();
        private List<SourceId> sourceIds = List.of();
        private Optional<LocalDate> uploaded = Optional.empty();

        private Builder(String title) {
            this.title = title;
        }

        public Builder title(String v) { title = v; return this; }
        public Builder creators(List<String> v) { creators = v; return this; }
        public Builder contributors(List<String> v) { contributors = v; return this; }
        public Builder kind(Optional<Kind> v) { kind = v; return this; }
        public Builder extent(String v) { extent = v; return this; }
        public Builder dating(Dating v) { dating = v; return this; }
        public Builder summary(String v) { summary = v; return this; }
        public Builder languages(List<String> v) { languages = v; return this; }
        public Builder marking(List<String> v) { marking = v; return this; }
        public Builder accessNote(String v) { accessNote = v; return this; }
        public Builder rights(Rights v) { rights = v; return this; }
        public Builder credit(String v) { credit = v; return this; }
        public Builder people(List<String> v) { people = v; return this; }
        public Builder places(List<String> v) { places = v; return this; }
        public Builder subjects(List<String> v) { subjects = v; return this; }
        public Builder collections(List<Membership> v) { collections = v; return this; }
        public Builder holdings(List<Holding> v) { holdings = v; return this; }
        public Builder related(List<String> v) { related = v; return this; }
        public Builder edition(Optional<Edition> v) { edition = v; return this; }
        public Builder sourceIds(List<SourceId> v) { sourceIds = v; return this; }
        public Builder uploaded(Optional<LocalDate> v) { uploaded = v; return this; }

        /// The description; fails when its title is blank.
        public Description build() {
            return new Description(title, creators, contributors, kind, extent, dating, summary, languages, marking, accessNote, rights, credit, people, places,
                    subjects, collections, holdings, related, edition, sourceIds, uploaded);
        }
    }
}
