package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.cable.Exchange.Reply;
import chancery.claim.Decision.Answered;
import chancery.claim.Register;
import chancery.claim.Register.Inquiry;
import chancery.claim.State;
import chancery.document.Edtf;
import chancery.document.RecordId;
import chancery.search.DateWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/// The ledger of inquiries: who asked whom, when, in which paper, and what came of it.
///
/// What a program proposes stands in a list of its own and is not counted with what people recorded. Beside an inquiry
/// of which nobody has said how it ended stand the messages of its exchange
/// that answer its paper: whether one of them answers the inquiry is for people to say.
///
/// @param chosen    the list that is shown, and the days within which was asked
/// @param inquiries the page's
/// @param counts    how many each list has, of those asked within these days
/// @param replies   by paper, the messages that answer it; nothing for a paper without
/// @param papers    those that the page names
/// @param pager     the way to the other pages
public record InquiriesPage(Chosen chosen, List<Inquiry> inquiries, Map<Which, Integer> counts,
        Map<RecordId, List<Reply>> replies, NamedPapers papers, Pager pager) {
    private static final int PAGE = 50;

    /// The lists.
    public enum Which {
        OPEN("Open", "open=1"), ALL("All", "all=1"), PROPOSED("Proposed", "state=proposed"),
                REPLIED("with a reply", "state=proposed&reply=1"), UNREPLIED("without", "state=proposed&reply=0");

        private final String words, query;

        Which(String words, String query) {
            this.words = words;
            this.query = query;
        }

        public String words() {
            return words;
        }

        /// Whether it holds what a program proposes.
        public boolean proposed() {
            return this == PROPOSED || this == REPLIED || this == UNREPLIED;
        }

        /// Whether it is a part of another.
        public boolean part() {
            return this == REPLIED || this == UNREPLIED;
        }

        private boolean holds(Inquiry inquiry, boolean replied) {
            if (proposed() != isProposed(inquiry)) return false;
            return switch (this) {
                case ALL, PROPOSED -> true;
                case OPEN -> inquiry.isOpen();
                case REPLIED -> replied;
                case UNREPLIED -> !replied;
            };
        }
    }

    /// A list, and the days within which was asked.
    ///
    /// @param from asked on this day or later
    /// @param to   asked on this day or earlier
    public record Chosen(Which which, Optional<Edtf> from, Optional<Edtf> to) {
        /// The address of a page of it, from 1.
        String address(int page) {
            var query = new StringJoiner("&", "/inquiries?", "").add(which.query);
            from.ifPresent(d -> query.add("from=" + View.encode(d.text())));
            to.ifPresent(d -> query.add("to=" + View.encode(d.text())));
            if (page > 1) query.add("page=" + page);
            return query.toString();
        }

        boolean ofAllTime() {
            return from.isEmpty() && to.isEmpty();
        }

        private boolean holds(Inquiry inquiry) {
            if (ofAllTime()) return true;
            return inquiry.asking().paper().day().map(d -> !d.last().isBefore(from.map(Edtf::first).orElse(LocalDate.MIN))
                    && !d.last().isAfter(to.map(Edtf::last).orElse(LocalDate.MAX))).orElse(false);
        }
    }

    /// The address of another list of the same days.
    public String at(Which which) {
        return new Chosen(which, chosen.from(), chosen.to()).address(1);
    }

    /// What stands in the field of the first day.
    public String from() {
        return chosen.from().map(DateWords::typed).orElse("");
    }

    public String to() {
        return chosen.to().map(DateWords::typed).orElse("");
    }

    /// The parameters of the list, for the form of the days.
    public List<Map.Entry<String, String>> hidden() {
        return Arrays.stream(which().query.split("&")).map(p -> p.split("=")).map(p -> Map.entry(p[0], p[1])).toList();
    }

    public Which which() {
        return chosen.which();
    }

    private static boolean isProposed(Inquiry inquiry) {
        return inquiry.asking().state() == State.PROPOSED;
    }

    /// Where an inquiry stands in the ledger, whatever page that is.
    static String address(Inquiry inquiry) {
        var id = inquiry.asking().id();
        return "/inquiries?" + (isProposed(inquiry) ? Which.PROPOSED : Which.ALL).query + "&at=" + id + "#i-" + id;
    }

    /// @param which the list that is wanted; empty for the open ones, or for those that a program proposes where people recorded none
    /// @param at    an inquiry whose page is wanted, whatever page is said; empty for none
    static InquiriesPage of(Register register, ReadingRoom room, Optional<Which> which, Optional<Edtf> from, Optional<Edtf> to, int said, String at) {
        var replies = new HashMap<RecordId, List<Reply>>();
        for (var i : register.inquiries())
            if (i.answer().isEmpty()) replies.computeIfAbsent(i.asking().paper().record(), id -> room.exchange(id).map(e -> e.replies(id)).orElse(List.of()));
        replies.values().removeIf(List::isEmpty);
        var list = which.orElse(register.inquiries().stream().allMatch(InquiriesPage::isProposed) ? Which.PROPOSED : Which.OPEN);
        var chosen = new Chosen(list, from, to);
        var asked = register.inquiries().stream().filter(chosen::holds).toList();
        var counts = new EnumMap<Which, Integer>(Which.class);
        for (var w : Which.values()) counts.put(w, (int) asked.stream().filter(i -> w.holds(i, replies.containsKey(i.asking().paper().record()))).count());
        var listed = asked.stream().filter(i -> list.holds(i, replies.containsKey(i.asking().paper().record()))).toList();
        var place = IntStream.range(0, listed.size()).filter(i -> listed.get(i).asking().id().equals(at)).findFirst();
        var page = place.isPresent() ? place.getAsInt() / PAGE + 1 : said;
        var shown = listed.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        return new InquiriesPage(chosen, shown, counts, replies, named(shown, replies, room), new Pager(page, PAGE, listed.size(), chosen::address));
    }

    private static NamedPapers named(List<Inquiry> shown, Map<RecordId, List<Reply>> replies, ReadingRoom room) {
        var ids = new LinkedHashSet<RecordId>();
        for (var i : shown) {
            ids.add(i.asking().paper().record());
            i.answer().flatMap(d -> ((Answered) d.what()).by()).ifPresent(ids::add);
            for (var reply : replies.getOrDefault(i.asking().paper().record(), List.of())) ids.add(reply.message());
        }
        return NamedPapers.of(ids, room);
    }

    /// How many a list has, as people read it: `1,204`.
    public String figure(Which list) {
        return "%,d".formatted(count(list));
    }

    public int count(Which list) {
        return counts.getOrDefault(list, 0);
    }

    /// What is known of an answer, in words.
    static String end(Inquiry inquiry) {
        if (inquiry.answer().isEmpty())
            return inquiry.asking().state() == State.PROPOSED ? "Proposed by a program; nobody has looked for an answer." : "No answer is known.";
        var answer = (Answered) inquiry.answer().get().what();
        return answer.by().isEmpty() ? "Never answered. " + answer.note() : answer.note().isEmpty() ? "Answered." : "Answered: " + answer.note();
    }

    /// The same, for the page, where it is known whether the paper was answered.
    public String ending(Inquiry inquiry) {
        if (inquiry.answer().isPresent() || !isProposed(inquiry)) return end(inquiry);
        return replies(inquiry).isEmpty() ? "No reply to the paper is here." : "The paper was answered; whether this was, nobody has checked.";
    }

    /// The messages that answer its paper; empty where none does or the answer is recorded.
    public List<Reply> replies(Inquiry inquiry) {
        return inquiry.answer().isPresent() ? List.of() : replies.getOrDefault(inquiry.asking().paper().record(), List.of());
    }

    /// The paper that most likely answers, for a form: the only reply; empty where there is none or a choice.
    public String likely(Inquiry inquiry) {
        var replies = replies(inquiry);
        return replies.size() == 1 ? replies.getFirst().message().toString() : "";
    }

    /// The paper that answers; empty where none is known.
    public Optional<RecordId> answer(Inquiry inquiry) {
        return inquiry.answer().flatMap(d -> ((Answered) d.what()).by());
    }
}
