package chancery.claim;

import chancery.authority.Authority;
import chancery.authority.Variant;
import chancery.document.Edtf;
import chancery.document.RecordId;
import java.util.List;
import java.util.Optional;

/// What a person decided about claims, and about who stands behind the names in them. Decisions follow one another and are never edited; what no longer holds
/// is taken back, and stays in the history.
public sealed interface Decision {
    /// What it is about: an attestation, an inquiry, a source by name, or an authority.
    String subject();

    /// The papers that it rests on. It is as restricted as the most restricted of them.
    List<RecordId> under();

    /// What came of reading one place of a paper.
    ///
    /// @param subject the attestation
    /// @param record  the paper
    /// @param anchor  where
    /// @param verb    what was done
    /// @param cue     the reporting words; may be empty
    /// @param chain   nearest source first
    /// @param caution may be empty
    /// @param about   the time that the claim is about; empty when not said
    /// @param said    when the nearest source said it; empty when not said
    record Reading(String subject, RecordId record, Anchor anchor, Verb verb, String cue, SourceChain chain,
            Stance stance, String caution, Optional<Edtf> about, Optional<Edtf> said) implements Decision {
        /// What was done with a reading.
        public enum Verb { ACCEPTED, REJECTED, CORRECTED, ADDED }

        @Override
        public List<RecordId> under() {
            return List.of(record);
        }

        /// The state that it gives.
        public State state() {
            return verb == Verb.REJECTED ? State.REJECTED : State.ACCEPTED;
        }
    }

    /// Two attestations assert the same.
    record Joined(String subject, String with, List<RecordId> under) implements Decision {
        public Joined {
            under = List.copyOf(under);
        }
    }

    /// Two attestations do not assert the same after all.
    record Parted(String subject, String from, List<RecordId> under) implements Decision {
        public Parted {
            under = List.copyOf(under);
        }
    }

    /// A paper speaks for a claim, or against it.
    ///
    /// @param record the paper that speaks
    /// @param quote  its words; may be empty
    /// @param note   why, in the words of who said so
    record Evidence(String subject, boolean inFavour, RecordId record, String quote, String note, List<RecordId> under) implements Decision {
        public Evidence {
            under = List.copyOf(under);
        }
    }

    /// What somebody held of a claim on a day.
    ///
    /// @param words what is held, and why
    record Assessed(String subject, Credibility credibility, String words, List<RecordId> under) implements Decision {
        public Assessed {
            under = List.copyOf(under);
        }
    }

    /// How far somebody held a source to be reliable, for a time and a topic.
    ///
    /// @param subject the source's name
    /// @param period  for what time; empty for any
    /// @param topic   on what; empty for anything
    /// @param why     in the words of who judged
    record SourceGraded(String subject, Reliability reliability, Optional<Edtf> period, String topic, String why, List<RecordId> under) implements Decision {
        public SourceGraded {
            under = List.copyOf(under);
        }
    }

    /// A place in a paper asks for knowledge.
    ///
    /// @param asker who asks; empty for the paper's author
    /// @param asked who is asked; empty for whom the paper is addressed to
    /// @param claim the attestation that it asks about; empty where it asks about none
    record Inquired(String subject, RecordId record, Anchor anchor, String asker, String asked, String claim) implements Decision {
        @Override
        public List<RecordId> under() {
            return List.of(record);
        }
    }

    /// An inquiry was answered by a paper, or it is sure that it never was.
    ///
    /// @param by   the paper that answers; empty where none ever did
    /// @param note in what part, or how it is known
    record Answered(String subject, Optional<RecordId> by, String note, List<RecordId> under) implements Decision {
        public Answered {
            under = List.copyOf(under);
        }
    }

    /// Who or what somebody is. The last description of an authority holds.
    ///
    /// It rests on no paper, so that everybody counts origins by the same identities: whoever sees less never sees more independence. It is shown to those who
    /// see a paper that names what it describes.
    ///
    /// @param subject the authority
    /// @param name    the authorised form of its name
    /// @param dates   of existence; empty when not said
    /// @param history may be empty
    /// @param sameAs  its addresses in other authority files; may be empty
    record Described(String subject, Authority.Kind kind, String name, Optional<Edtf> dates, String history, List<String> sameAs) implements Decision {
        public Described {
            sameAs = List.copyOf(sameAs);
        }

        @Override
        public List<RecordId> under() {
            return List.of();
        }
    }

    /// A name means an authority, or does not after all.
    ///
    /// @param subject the authority
    /// @param variant the name, with the time and the paper in which it means it
    /// @param means   whether it does
    record Identified(String subject, Variant variant, boolean means) implements Decision {
        @Override
        public List<RecordId> under() {
            return variant.paper().stream().toList();
        }
    }

    /// Two authorities are one, or are not after all.
    ///
    /// @param subject the one that stays
    /// @param with    the one that is no longer shown apart; its address leads to the other
    /// @param one     whether they are one
    record Merged(String subject, String with, boolean one) implements Decision {
        @Override
        public List<RecordId> under() {
            return List.of();
        }
    }
}
