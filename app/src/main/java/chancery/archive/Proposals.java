package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;

import chancery.claim.ClaimsReading;
import chancery.claim.DecidedText.Proposal;
import chancery.claim.DecidedText.ProposedInquiry;
import chancery.claim.Span;
import chancery.document.PlainLayer;
import chancery.document.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What programs read of claims in texts, with permanent names; what was unpacked once is remembered. One for an archive, shared by its rooms: it holds no rights, those are asked by whoever asks it.
final class Proposals {
    private final byte[] key;
    private final Map<Place, Read> known = new ConcurrentHashMap<>();

    /// A text of a version.
    record Place(long record, int n, int ordinal) {}

    /// What was read in it, by which program.
    record Read(String program, List<Proposal> claims, List<ProposedInquiry> inquiries) {
        static final Read NOTHING = new Read("", List.of(), List.of());
    }

    /// @param key the archive's own key
    Proposals(byte[] key) {
        this.key = key.clone();
    }

    /// The texts in which something was read, with the program that read it.
    Map<Place, String> places(Connection c) throws SQLException {
        var places = new HashMap<Place, String>();
        list(c, "select record, n, ordinal, program from reading where what = ? and length(found) > 0", r -> places.put(new Place(r.getLong(1), r.getInt(2), r.getInt(3)), r.getString(4)) == null, Claims.WHAT);
        return places;
    }

    /// What was read in a text; nothing where it was not read.
    ///
    /// @param program who read it, as [#places] says
    Read of(Connection c, Place place, String program) throws SQLException {
        var read = known.get(place);
        if (read != null && read.program().equals(program)) return read;
        var found = Readings.kept(c, place.record(), place.n(), place.ordinal(), Claims.WHAT);
        record Held(String text, byte[] body) {}
        var held = first(c, "select id, body from text where record = ? and n = ? and ordinal = ?", r -> new Held(r.getString(1), r.getBytes(2)), place.record(), place.n(), place.ordinal());
        if (found.isEmpty() || held.isEmpty()) return Read.NOTHING;
        var plain = PlainLayer.of(Codec.text(Packing.unpack(held.get().body())));
        read = named(program, Claims.read(held.get().text(), plain, found.get()), plain);
        known.put(place, read);
        return read;
    }

    private Read named(String program, ClaimsReading reading, PlainLayer plain) {
        var claims = new ArrayList<Proposal>();
        var sources = new HashMap<Span, Integer>();
        for (var claim : reading.claims()) claims.add(new Proposal(SqliteDesk.name(key, claim.text(), claim.content().quotation(), occurrence(plain, claim.content()), sources.merge(claim.content(), 1, Integer::sum)), claim));
        var inquiries = new ArrayList<ProposedInquiry>();
        for (var inquiry : reading.inquiries()) inquiries.add(new ProposedInquiry(RecordId.name(key, "inquiry", inquiry.text() + "\u0000" + inquiry.words().quotation() + "\u0000" + occurrence(plain, inquiry.words())), inquiry));
        return new Read(program, claims, inquiries);
    }

    /// Which occurrence of its words a place is, from 1.
    private static int occurrence(PlainLayer plain, Span span) {
        var words = plain.text();
        var at = plain.unit(Math.min(span.start(), plain.length()));
        var occurrence = 1;
        for (var before = words.indexOf(span.quotation()); before >= 0 && before < at; before = words.indexOf(span.quotation(), before + 1)) occurrence++;
        return occurrence;
    }
}
