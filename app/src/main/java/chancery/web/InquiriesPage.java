package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.claim.Decision.Answered;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.document.RecordId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The ledger of inquiries: who asked whom, when, in which paper, and what came of it.
///
/// @param all       whether answered ones are shown too
/// @param inquiries the page's
/// @param open      how many are open
/// @param total     how many there are in all
/// @param papers    those that the page names
/// @param pager     the way to the other pages
public record InquiriesPage(boolean all, List<Inquiry> inquiries, long open, long total, NamedPapers papers, Pager pager) {
    private static final int PAGE = 50;

    static InquiriesPage of(Register register, ReadingRoom room, boolean all, int page) {
        var total = register.inquiries();
        var open = total.stream().filter(Inquiry::isOpen).toList();
        var listed = all ? total : open;
        var shown = listed.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        var ids = new LinkedHashSet<RecordId>();
        for (var i : shown) {
            ids.add(i.asking().paper().record());
            i.answer().flatMap(d -> ((Answered) d.what()).by()).ifPresent(ids::add);
        }
        var papers = NamedPapers.of(ids, room);
        return new InquiriesPage(all, shown, open.size(), total.size(), papers, new Pager(page, PAGE, listed.size(), n -> "/inquiries" + (all ? "?all=1" + (n > 1 ? "&page=" + n : "") : n > 1 ? "?page=" + n : "")));
    }

    /// What is known of an answer, in words.
    static String end(Inquiry inquiry) {
        if (inquiry.answer().isEmpty()) return "No answer is known.";
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

    /// A paper's title; empty where it is not open.
    public String title(RecordId id) {
        return papers.title(id);
    }

    /// A paper's day, short; empty where it is undated or not open.
    public String day(RecordId id) {
        return papers.day(id);
    }

    /// The address of a paper.
    public String at(RecordId id) {
        return papers.at(id);
    }
}
