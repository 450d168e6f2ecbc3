package chancery.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.document.PlainLayer;
import chancery.document.RecordId;
import chancery.exchange.in.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What is read of each open volume, as `docs/scoreboard.tsv` has it, so that a change shows its effect. `-Dgolden=update` writes it anew.
class ScoreboardTest {
    private static final Path BOARD = Path.of("../docs/scoreboard.tsv");
    private static final Pattern NAMED = Pattern.compile("\\bDocuments?\\s(\\d{1,3})\\b(?!/)");

    /// Counts of one volume.
    private static final class Volume {
        int papers, headings, mentions, editors, shown, suggested, none, holes;
        final Map<String, Integer> findings = new TreeMap<>();
    }

    @Test
    void theOpenVolumesReadAsBefore() throws IOException {
        var zip = Corpus.file("dafp-open.zip");
        Assumptions.assumeTrue(zip.isPresent(), "not run: no corpus is given (chancery.corpus or CHANCERY_CORPUS)");
        var papers = ReferenceScore.papers(zip.orElseThrow());
        var headings = papers.parallelStream().map(p -> HeadingReader.read(HeadingSource.of(p.description(), p.text()))).toList();
        var messages = IntStream.range(0, papers.size()).parallel().mapToObj(i -> ReferenceScore.message(papers.get(i), headings.get(i).heading())).toList();
        everyQuotationStandsWhereItSays(papers, messages);
        everyPaperThatEditorsNameIsTakenIn(papers, messages);
        var board = board(papers, headings, messages, Resolver.resolve(messages));
        if ("update".equals(System.getProperty("golden"))) Files.writeString(BOARD, board);
        assertEquals(Files.readString(BOARD), board);
    }

    /// For every row that is exported, `text[start:end]` is the quotation; so too in notes.
    private static void everyQuotationStandsWhereItSays(List<ReferenceScore.Paper> papers, List<Message> messages) {
        var wrong = new ArrayList<String>();
        for (var i = 0; i < papers.size(); i++) {
            var layer = PlainLayer.of(papers.get(i).text());
            var notes = papers.get(i).text().notes();
            for (var m : messages.get(i).mentions()) {
                if (!layer.slice(m.at().start(), m.at().end()).equals(m.at().quotation())) wrong.add(papers.get(i).path() + " " + m.at());
                m.inNote().ifPresent(n -> {
                    if (!PlainLayer.of(notes.get(n.note())).slice(n.span().start(), n.span().end()).equals(n.span().quotation())) wrong.add(n.toString());
                });
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// `Document 131`, `Documents 52`: whatever paper a note names, the editors' answer is kept at a mention of the text; a number that
    /// goes on with a stroke or a letter is a slip of the print.
    private static void everyPaperThatEditorsNameIsTakenIn(List<ReferenceScore.Paper> papers, List<Message> messages) {
        var lost = new ArrayList<String>();
        var named = 0;
        for (var i = 0; i < papers.size(); i++) {
            var answers = messages.get(i).mentions().stream().flatMap(m -> m.answers().stream()).map(Mention.Answer::number).collect(Collectors.toSet());
            for (var note : papers.get(i).text().notes()) {
                if (note.attribute("type").filter("source"::equals).isPresent()) continue;
                var m = NAMED.matcher(PlainLayer.of(note).text());
                while (m.find()) {
                    named++;
                    if (!answers.contains(m.group(1))) lost.add(papers.get(i).path() + ": " + m.group());
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(named > 5000, named + " papers named");
    }

    private static String board(List<ReferenceScore.Paper> papers, List<HeadingReading> headings, List<Message> messages, Resolution resolution) {
        var volumes = new TreeMap<String, Volume>();
        var of = new HashMap<RecordId, Volume>();
        for (var i = 0; i < papers.size(); i++) {
            var volume = volumes.computeIfAbsent(papers.get(i).path().replaceAll("/.*", ""), _ -> new Volume());
            of.put(messages.get(i).id(), volume);
            volume.papers++;
            if (headings.get(i).heading().headingLines() > 0) volume.headings++;
            volume.mentions += messages.get(i).mentions().size();
            for (var finding : headings.get(i).findings()) volume.findings.merge(finding.code().name(), 1, Integer::sum);
        }
        for (var r : resolution.references()) {
            var volume = java.util.Objects.requireNonNull(of.get(r.from()));
            if (r.basis() == Reference.Basis.EDITOR) volume.editors++;
            else if (r.shown()) volume.shown++;
            else if (r.targets().isEmpty()) volume.none++;
            else volume.suggested++;
        }
        for (var hole : resolution.holes()) java.util.Objects.requireNonNull(of.get(hole.mentionedBy().getFirst())).holes++;
        return "volume\tpapers\theadings read\tmentions\tanswered by editors\tresolved and shown\tsuggested\tleading nowhere\tholes\tfindings\n"
                + volumes.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).collect(Collectors.joining());
    }

    private static String line(String name, Volume v) {
        var findings = v.findings.entrySet().stream().map(f -> f.getKey() + " " + f.getValue()).collect(Collectors.joining(", "));
        return String.join("\t", name, "" + v.papers, "" + v.headings, "" + v.mentions, "" + v.editors,
                "" + v.shown, "" + v.suggested, "" + v.none, "" + v.holes, findings) + "\n";
    }
}
