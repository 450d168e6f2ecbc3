package chancery.archive;

import chancery.cable.HeadingReading;
import chancery.claim.AttributionReader;
import chancery.claim.ClaimsReading;
import chancery.claim.Mode;
import chancery.claim.ReadClaim;
import chancery.claim.ReadClaim.Because;
import chancery.claim.ReadInquiry;
import chancery.claim.SourceChain;
import chancery.claim.SourceChain.Link;
import chancery.claim.Span;
import chancery.claim.Stance;
import chancery.claim.TextToRead;
import chancery.document.Edtf;
import chancery.document.PlainLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Reads what a text claims and asks, and keeps it: each claim as a short list without names of fields, places without their words, since there are many and
/// the words stand in the text. The weighed marks are not kept: they say little to people, and the program that read them finds them again.
///
/// It takes longer than all other readings together, so papers are in the archive and can be found before it comes to them.
final class Claims implements ReadingProgram {
    static final String WHAT = "claims";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What it reads with, made when it first reads: who looks for papers has no need of it.
    private static final class Shipped {
        static final AttributionReader READER = AttributionReader.shipped();
    }

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public boolean reads(int ordinal) {
        return true;
    }

    @Override
    public boolean later() {
        return true;
    }

    /// The reporting words it knows are English: a text in another language is not read.
    @Override
    public byte[] read(Given given) {
        var language = given.words().language();
        if (!language.equals("und") && !language.equals("en") && !language.startsWith("en-")) return Readings.NOTHING;
        var layer = given.layer();
        var heading = given.ordinal() == 0 ? given.heading().map(HeadingReading::heading) : Optional.<chancery.cable.CableHeading>empty();
        var reading = Shipped.READER.read(new TextToRead(given.text(), layer, given.description().title(), given.day(), heading));
        return reading.claims().isEmpty() && reading.inquiries().isEmpty() ? Readings.NOTHING : Packing.pack(write(reading));
    }

    /// A reading as it is kept.
    static String write(ClaimsReading reading) {
        var all = JSON.createArrayNode();
        var claims = all.addArray();
        for (var c : reading.claims()) {
            var row = claims.addArray();
            write(row, c.content());
            write(row, c.cue());
            row.add(c.stance().ordinal());
            write(row, c.caution());
            row.add(c.because().rule()).add(c.because().words());
            write(row, c.because().antecedent());
            row.add(c.about().map(Edtf::text).orElse("")).add(c.said().map(Edtf::text).orElse(""));
            for (var link : c.chain().links()) {
                var at = link.named().filter(n -> n.quotation().equals(link.words()));
                row.add(at.isPresent() ? "" : link.words());
                write(row, link.named());
                row.add(link.mode().ordinal());
                write(row, link.supposed());
            }
        }
        var inquiries = all.addArray();
        for (var q : reading.inquiries()) {
            var row = inquiries.addArray();
            write(row, q.words());
            write(row, q.cue());
            row.add(q.asker()).add(q.asked());
            write(row, q.matter());
        }
        return JSON.writeValueAsString(all);
    }

    private static void write(ArrayNode row, Span span) {
        row.add(span.start()).add(span.end() - span.start());
    }

    private static void write(ArrayNode row, Optional<Span> span) {
        row.add(span.map(Span::start).orElse(0)).add(span.map(s -> s.end() - s.start()).orElse(0));
    }

    /// A reading again.
    ///
    /// @param text  the text's permanent name, which is not kept with each
    /// @param plain the text's plain layer
    static ClaimsReading read(String text, PlainLayer plain, String kept) {
        return new Kept(text, plain).reading(JSON.readTree(kept));
    }

    /// Rows are read from left to right.
    private record Kept(String text, PlainLayer plain) {
        private static final int LINKS = 13, LINK = 6;

        ClaimsReading reading(JsonNode all) {
            var claims = new ArrayList<ReadClaim>();
            for (var row : all.get(0)) claims.add(claim(row));
            var inquiries = new ArrayList<ReadInquiry>();
            for (var row : all.get(1))
                inquiries.add(new ReadInquiry(text, span(row, 0), span(row, 2), row.get(4).asString(), row.get(5).asString(), perhaps(row, 6)));
            return new ClaimsReading(claims, inquiries);
        }

        private ReadClaim claim(JsonNode row) {
            var links = new ArrayList<Link>();
            for (var i = LINKS; i < row.size(); i += LINK) {
                var named = perhaps(row, i + 1);
                var words = row.get(i).asString();
                links.add(new Link(words.isEmpty() ? named.map(Span::quotation).orElse(SourceChain.UNNAMED) : words,
                        named, Mode.values()[row.get(i + 3).asInt()], perhaps(row, i + 4)));
            }
            var because = new Because(row.get(7).asString(), row.get(8).asString(), perhaps(row, 9), List.of());
            return new ReadClaim(text, span(row, 0), span(row, 2), new SourceChain(links), Stance.values()[row.get(4).asInt()],
                    perhaps(row, 5), Edtf.parse(row.get(11).asString()), Edtf.parse(row.get(12).asString()), because);
        }

        private Span span(JsonNode row, int at) {
            int start = row.get(at).asInt(), end = start + row.get(at + 1).asInt();
            return new Span(start, end, plain.slice(start, end));
        }

        private Optional<Span> perhaps(JsonNode row, int at) {
            return row.get(at + 1).asInt() == 0 ? Optional.empty() : Optional.of(span(row, at));
        }
    }
}
