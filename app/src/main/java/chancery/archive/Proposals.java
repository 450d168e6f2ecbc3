package chancery.archive;

import static chancery.archive.Database.first;
import static chancery.archive.Database.list;

import chancery.claim.Attestation.Paper;
import chancery.claim.ClaimsReading;
import chancery.claim.DecidedText;
import chancery.claim.DecidedText.Proposal;
import chancery.claim.DecidedText.ProposedInquiry;
import chancery.claim.Span;
import chancery.document.PlainLayer;
import chancery.document.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What programs read of claims in texts, with permanent names; what was unpacked once is remembered, and kept in the
/// [Cache] for the next start. One for an archive, shared by its rooms: it holds
/// no rights, those are asked by whoever asks it. What a program read in a text of a version never
/// changes, so nothing here is ever out of date. Safe to share between threads.
final class Proposals {
    /// Its name in the cache.
    static final String NAME = "claims";
    private final byte[] key;
    private final Cache cache;
    private final Map<Seen, Read> known = new ConcurrentHashMap<>();
    private boolean loaded;
    private volatile boolean changed;

    /// A text of a version, as it is seen with or without its paper's heading, which says who wrote to whom.
    ///
    /// @param ordinal its place among the paper's texts
    record Seen(long record, int n, int ordinal, boolean heading) {}

    /// What was read in it, by which program.
    record Read(String program, Paper paper, DecidedText proposed) {}

    /// @param key the archive's own key
    Proposals(byte[] key, Cache cache) {
        this.key = key.clone();
        this.cache = cache;
    }

    /// What was read in a text.
    ///
    /// @param row     of its paper, whose present version is meant
    /// @param program who read it; empty where nobody did, or nothing was found
    Read of(Shelf shelf, Shelf.Row row, int ordinal, String program) throws SQLException {
        load(shelf);
        var seen = new Seen(row.seq(), row.head(), ordinal, shelf.headingVisible(row));
        var read = known.get(seen);
        if (read != null && read.program().equals(program)) return read;
        read = read(shelf, row, ordinal, program);
        if (program.isEmpty()) return read;
        known.put(seen, read);
        changed = true;
        return read;
    }

    private Read read(Shelf shelf, Shelf.Row row, int ordinal, String program) throws SQLException {
        var paper = Registers.paper(shelf, row);
        var found = program.isEmpty() ? Optional.<String>empty() : Readings.kept(shelf.c(), row.seq(), row.head(), ordinal, Claims.WHAT);
        record Held(String text, byte[] body) {}
        var held = first(shelf.c(), "select id, body from text where record = ? and n = ? and ordinal = ?",
                r -> new Held(r.getString(1), r.getBytes(2)), row.seq(), row.head(), ordinal);
        if (found.isEmpty() || held.isEmpty()) return new Read(program, paper, DecidedText.NOTHING);
        var plain = PlainLayer.of(Codec.text(Packing.unpack(held.get().body())));
        return new Read(program, paper, named(paper, Claims.read(held.get().text(), plain, found.get()), plain));
    }

    private DecidedText named(Paper paper, ClaimsReading reading, PlainLayer plain) {
        var claims = new ArrayList<Proposal>();
        var sources = new HashMap<Span, Integer>();
        for (var claim : reading.claims())
            claims.add(new Proposal(SqliteDesk.name(key, claim.text(), claim.content().quotation(),
                    occurrence(plain, claim.content()), sources.merge(claim.content(), 1, Integer::sum)), claim));
        var inquiries = new ArrayList<ProposedInquiry>();
        for (var inquiry : reading.inquiries())
            inquiries.add(new ProposedInquiry(RecordId.name(key, "inquiry",
                    inquiry.text() + "\u0000" + inquiry.words().quotation() + "\u0000" + occurrence(plain, inquiry.words())), inquiry));
        return DecidedText.proposed(paper, claims, inquiries);
    }

    /// Which occurrence of its words a place is, from 1.
    private static int occurrence(PlainLayer plain, Span span) {
        var words = plain.text();
        var at = plain.unit(Math.min(span.start(), plain.length()));
        var occurrence = 1;
        for (var before = words.indexOf(span.quotation()); before >= 0 && before < at; before = words.indexOf(span.quotation(), before + 1)) occurrence++;
        return occurrence;
    }

    private synchronized void load(Shelf shelf) throws SQLException {
        if (loaded) return;
        loaded = true;
        var kept = cache.read(NAME);
        if (kept.isEmpty()) return;
        var content = new CacheReader(kept.get());
        if (Lineage.read(content).isOf(shelf.c())) known.putAll(ClaimsCache.read(content));
    }

    /// Keeps what was read for the next start, where something came to it; what is no longer of a present version is forgotten.
    void keep(Connection c) throws SQLException {
        if (!changed) return;
        changed = false;
        var present = new HashMap<Long, Integer>();
        list(c, "select seq, head from record where removed = 0", r -> present.put(r.getLong(1), r.getInt(2)) == null);
        known.keySet().removeIf(seen -> seen.n() != present.getOrDefault(seen.record(), 0));
        var content = new CacheWriter();
        Lineage.of(c).write(content);
        ClaimsCache.write(content, known);
        cache.keep(NAME, content.content());
    }
}
