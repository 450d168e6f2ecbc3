package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.claim.Decision.Answered;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.claim.State;
import chancery.document.RecordId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ledger of inquiries: who asked whom, when, in which paper, and what came of it.
///
/// What a program proposes stands in a list of its own and is not counted with what people recorded.
///
/// @param which     the list that is shown
/// @param inquiries the page's
/// @param counts    how many each list has
/// @param papers    those that the page names
/// @param pager     the way to the other pages
public record InquiriesPage(Which which, List<Inquiry> inquiries, Map<Which, Integer> counts, NamedPapers papers, Pager pager) {
    private static final int PAGE = 50;

    /// The lists.
    public enum Which {
        OPEN("Open", ""), ALL("All", "all=1"), PROPOSED("Proposed", "state=proposed");

        private final String words, query;

        Which(String words, String query) {
            this.words = words;
            this.query = query;
        }

        public String words() {
            return words;
        }

        /// The address of a page of it, from 1.
        public String address(int page) {
            var query = String.join("&", Stream.of(this.query, page > 1 ? "page=" + page : "").filter(q -> !q.isEmpty()).toList());
            return "/inquiries" + (query.isEmpty() ? "" : "?" + query);
        }

        private boolean holds(Inquiry inquiry) {
            var proposed = inquiry.asking().state() == State.PROPOSED;
            return this == PROPOSED ? proposed : !proposed && (this == ALL || inquiry.isOpen());
        }
    }

    /// Where an inquiry stands in the ledger, whatever page that is.
    static String address(Inquiry inquiry) {
        var id = inquiry.asking().id();
        return "/inquiries?" + (Which.PROPOSED.holds(inquiry) ? Which.PROPOSED : Which.ALL).query + "&at=" + id + "#i-" + id;
    }

    /// @param at an inquiry whose page is wanted, whatever page is said; empty for none
    static InquiriesPage of(Register register, ReadingRoom room, Which which, int said, String at) {
        var counts = new EnumMap<Which, Integer>(Which.class);
        for (var w : Which.values()) counts.put(w, (int) register.inquiries().stream().filter(w::holds).count());
        var listed = register.inquiries().stream().filter(which::holds).toList();
        var place = IntStream.range(0, listed.size()).filter(i -> listed.get(i).asking().id().equals(at)).findFirst();
        var page = place.isPresent() ? place.getAsInt() / PAGE + 1 : said;
        var shown = listed.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        var ids = new LinkedHashSet<RecordId>();
        for (var i : shown) {
            ids.add(i.asking().paper().record());
            i.answer().flatMap(d -> ((Answered) d.what()).by()).ifPresent(ids::add);
        }
        var papers = NamedPapers.of(ids, room);
        return new InquiriesPage(which, shown, counts, papers, new Pager(page, PAGE, listed.size(), which::address));
    }

    public int count(Which list) {
        return counts.getOrDefault(list, 0);
    }

    /// What is known of an answer, in words.
    static String end(Inquiry inquiry) {
        if (inquiry.answer().isEmpty()) return inquiry.asking().state() == State.PROPOSED ? "Proposed by a program; nobody has looked for an answer." : "No answer is known.";
        var answer = (Answered) inquiry.answer().get().what();
        return answer.by().isEmpty() ? "Never answered. " + answer.note() : answer.note().isEmpty() ? "Answered." : "Answered: " + answer.note();
    }

    /// The same, for the page.
    public String ending(Inquiry inquiry) {
        return end(inquiry);
    }

    /// The paper that answers; empty where none is known.
    public Optional<RecordId> answer(Inquiry inquiry) {
        return inquiry.answer().flatMap(d -> ((Answered) d.what()).by());
    }
}
