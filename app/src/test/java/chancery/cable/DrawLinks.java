package chancery.cable;

import chancery.document.PlainLayer;
import chancery.document.RecordId;
import chancery.document.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.nio.file.Files;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Draws shown links that no editor gave, with the words around them and the beginning of both papers, to be judged one by one.
///
/// Arguments: the corpus, a seed, how many, and a gold file (`references-dev.json`) whose papers are left out. The same corpus and seed draw the same links.
public final class DrawLinks {
    private static final int AROUND = 260, BEGINNING = 700;

    private DrawLinks() {}

    public static void main(String[] args) throws Exception {
        var seed = Long.parseLong(args[1]);
        var count = Integer.parseInt(args[2]);
        var known = args.length > 3 ? known(Path.of(args[3])) : Set.<String>of();
        var papers = ReferenceScore.papers(Path.of(args[0]));
        var headings = papers.parallelStream().map(p -> HeadingReader.read(HeadingSource.of(p.description(), p.text())).heading()).toList();
        var messages = IntStream.range(0, papers.size()).parallel().mapToObj(i -> ReferenceScore.message(papers.get(i), headings.get(i))).toList();
        var place = new HashMap<RecordId, Integer>();
        for (var i = 0; i < messages.size(); i++) place.put(messages.get(i).id(), i);
        var links = new ArrayList<Reference>();
        for (var r : Resolver.resolve(messages).references())
            if (r.shown() && r.basis() != Reference.Basis.EDITOR && !known.contains(papers.get(place.get(r.from())).path())) links.add(r);
        Collections.shuffle(links, new Random(seed));
        System.out.println("seed " + seed + ": " + Math.min(count, links.size()) + " of "
                + links.size() + " shown links that no editor gave, from papers outside the gold");
        for (var i = 0; i < Math.min(count, links.size()); i++) {
            var link = links.get(i);
            var from = papers.get(place.get(link.from()));
            System.out.println("\n==== " + (i + 1) + " " + from.path() + "\n" + beginning(from.text())
                    + "\n--> [" + link.mention().words() + "] " + around(from.text(), link.mention()));
            for (var target : link.targets())
                System.out.println("--- " + papers.get(place.get(target)).path() + " (" + link.confidence()
                        + ", " + link.reason() + ")\n" + beginning(papers.get(place.get(target)).text()));
        }
    }

    private static String beginning(Text text) {
        return start(PlainLayer.of(text).text());
    }

    private static String start(String words) {
        return words.substring(0, Math.min(BEGINNING, words.length())).replace("\n", " / ");
    }

    private static String around(Text text, Mention mention) {
        var layer = PlainLayer.of(text);
        int start = mention.at().start(), end = mention.at().end();
        return layer.slice(Math.max(0, start - AROUND), start).replace("\n", " / ") + " >>>" + mention.at().quotation() + "<<< "
                + layer.slice(end, Math.min(layer.length(), end + AROUND)).replace("\n", " / ");
    }

    private static Set<String> known(Path gold) throws Exception {
        var papers = new HashSet<String>();
        for (var row : JsonMapper.builder().build().readTree(Files.readString(gold, StandardCharsets.UTF_8))) papers.add(row.get("doc").asString());
        return papers;
    }
}
