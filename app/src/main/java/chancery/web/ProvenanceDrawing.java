package chancery.web;

import chancery.claim.ProvenanceGraph;
import chancery.claim.ProvenanceGraph.Kind;
import chancery.claim.ProvenanceGraph.Node;
import chancery.claim.ProvenanceGraph.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The graph of a claim's sources as an SVG: the origins left, the authors and their papers right,
/// each link with its word, cautions on the link they belong to,
/// the bottleneck ringed, a report that came back drawn as a way round. A graph deeper than a page is wide runs downward instead.
///
/// Laid out in layers by the longest way to a paper, with a layer for the words of links between
/// any two; a link over several layers goes through places of its own,
/// so that it crosses no name, and its words have a place of their own, so that they lie upon nothing.
final class ProvenanceDrawing {
    private static final int WIDE = 140, HIGH = 46, BETWEEN = 98, BELOW = 72, APART = 22, EDGE = 14,
            DEEPEST = 5, LETTERS = 18, CAUTION = 16, HOW = 13, NEAR = 10, NARROWEST = 340;
    private static final double LETTER = 6.9, SMALL = 6; // how wide a letter of a link's word and of a caution is, rather too wide than too narrow
    private final ProvenanceGraph graph;
    private final List<List<Place>> layers = new ArrayList<>();
    private final Map<Integer, Place> places = new HashMap<>();
    private final Set<Passage> back = new LinkedHashSet<>();
    private final Map<Passage, List<Place>> ways = new LinkedHashMap<>();
    private final boolean down;

    /// A place in a layer: a node, or where a link goes through.
    private static final class Place {
        final int node; // -1 where a link goes through
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();
        int layer;
        double at; // the middle, across the layers
        double words; // how much room the words of a link need across the layers; nought where there are none

        Place(int node, int layer) {
            this.node = node;
            this.layer = layer;
        }

        boolean isOfLinks() {
            return layer % 2 == 1;
        }

        double thick(boolean down) {
            return node < 0 ? Math.max(14, words) : down ? WIDE : HIGH;
        }
    }

    private ProvenanceDrawing(ProvenanceGraph graph) {
        this.graph = graph;
        lay();
        this.down = layers.size() / 2 + 1 > DEEPEST;
        for (var passage : ways.keySet()) worded(passage).words = across(passage);
        order();
        for (var sweep = 0; sweep < 8; sweep++) settle(sweep % 2 == 0);
    }

    /// The drawing.
    static String of(ProvenanceGraph graph) {
        return new ProvenanceDrawing(graph).draw();
    }

    // ---- layers

    private void lay() {
        findBack();
        var far = new HashMap<Integer, Integer>();
        for (var node : graph.nodes()) far(node.number(), far);
        var deepest = far.values().stream().mapToInt(n -> n).max().orElse(0);
        for (var i = 0; i <= 2 * deepest; i++) layers.add(new ArrayList<>());
        for (var node : graph.nodes()) {
            var place = new Place(node.number(), 2 * (deepest - far.getOrDefault(node.number(), 0)));
            places.put(node.number(), place);
            layers.get(place.layer).add(place);
        }
        for (var passage : graph.passages()) if (!back.contains(passage)) way(passage);
    }

    private Place place(int node) {
        return java.util.Objects.requireNonNull(places.get(node));
    }

    private void way(Passage passage) {
        var way = new ArrayList<Place>();
        way.add(place(passage.from()));
        for (var layer = way.getFirst().layer + 1; layer < place(passage.to()).layer; layer++) {
            var through = new Place(-1, layer);
            layers.get(layer).add(through);
            way.add(through);
        }
        way.add(place(passage.to()));
        for (var i = 1; i < way.size(); i++) {
            way.get(i).before.add(way.get(i - 1));
            way.get(i - 1).after.add(way.get(i));
        }
        ways.put(passage, way);
    }

    /// The place of a link's words: near that end of it where fewer links meet.
    private Place worded(Passage passage) {
        var way = java.util.Objects.requireNonNull(ways.get(passage));
        return way.getFirst().after.size() > way.getLast().before.size() ? way.get(way.size() - 2) : way.get(1);
    }

    /// How much room a link's words need across the layers.
    private double across(Passage passage) {
        if (!down) return passage.cautions().isEmpty() ? 18 : 36;
        return Math.max(how(passage).length() * LETTER, caution(passage).length() * SMALL);
    }

    private String how(Passage passage) {
        return cut(String.join(", ", passage.how()), down ? 2 * HOW : HOW);
    }

    /// The first caution of a link; empty where there is none.
    private String caution(Passage passage) {
        if (passage.cautions().isEmpty()) return "";
        return cut("“" + passage.cautions().getFirst() + "”" + (passage.cautions().size() > 1 ? " …" : ""), down ? 2 * CAUTION : CAUTION);
    }

    /// Links that close a circle, found by walking on from the chains' ends.
    private void findBack() {
        var done = new HashSet<Integer>();
        for (var end : graph.ends()) walk(end.number(), new LinkedHashSet<>(), done);
        for (var node : graph.nodes()) walk(node.number(), new LinkedHashSet<>(), done);
    }

    private void walk(int at, LinkedHashSet<Integer> way, Set<Integer> done) {
        if (!done.add(at)) return;
        way.add(at);
        for (var p : graph.passages()) {
            if (p.from() != at) continue;
            if (way.contains(p.to())) back.add(p);
            else walk(p.to(), way, done);
        }
        way.remove(at);
    }

    /// The longest way from a node to a paper.
    private int far(int node, Map<Integer, Integer> known) {
        var far = known.get(node);
        if (far != null) return far;
        var most = 0;
        for (var p : graph.passages()) if (p.from() == node && !back.contains(p)) most = Math.max(most, 1 + far(p.to(), known));
        known.put(node, most);
        return most;
    }

    // ---- order and places within layers

    private void order() {
        for (var layer : layers) spread(layer);
        for (var sweep = 0; sweep < 6; sweep++) {
            var forward = sweep % 2 == 0;
            for (var i = 0; i < layers.size(); i++) {
                var layer = layers.get(forward ? i : layers.size() - 1 - i);
                layer.sort(Comparator.comparingDouble(p -> mean(forward ? p.before : p.after, p.at)));
                spread(layer);
            }
        }
    }

    private void spread(List<Place> layer) {
        var at = 0.0;
        for (var place : layer) {
            place.at = at + place.thick(down) / 2;
            at += place.thick(down) + APART;
        }
        for (var place : layer) place.at -= at / 2;
    }

    /// Moves places toward what they are linked with, their order kept.
    private void settle(boolean forward) {
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(forward ? i : layers.size() - 1 - i);
            for (var place : layer) {
                var near = new ArrayList<>(place.before);
                near.addAll(place.after);
                place.at = mean(near, place.at);
            }
            for (var j = 1; j < layer.size(); j++) layer.get(j).at = Math.max(layer.get(j).at, layer.get(j - 1).at + gap(layer.get(j - 1), layer.get(j)));
            var shift = layer.isEmpty() ? 0 : layer.stream().mapToDouble(p -> mean(forward ? p.before : p.after, p.at) - p.at).average().orElse(0);
            for (var place : layer) place.at += shift;
        }
    }

    private double gap(Place one, Place next) {
        return one.thick(down) / 2 + next.thick(down) / 2 + (one.node < 0 && next.node < 0 ? NEAR : APART);
    }

    private static double mean(List<Place> places, double otherwise) {
        return places.stream().mapToDouble(p -> p.at).average().orElse(otherwise);
    }

    // ---- drawing

    private double least, most;

    private String draw() {
        least = layers.stream().flatMap(List::stream).mapToDouble(p -> p.at - p.thick(down) / 2).min().orElse(0) - EDGE;
        most = layers.stream().flatMap(List::stream).mapToDouble(p -> p.at + p.thick(down) / 2).max().orElse(0) + EDGE;
        var outside = most - least; // where links that go back begin
        most += back.isEmpty() ? 0 : NEAR + back.stream().mapToDouble(p -> across(p) + NEAR).sum();
        if (down && most - least < NARROWEST) {
            var more = (NARROWEST - most + least) / 2;
            least -= more;
            most += more;
            outside += more;
        }
        var step = down ? HIGH + BELOW : WIDE + BETWEEN;
        var along = 2 * EDGE + layers.size() / 2 * step + (down ? HIGH : WIDE);
        var width = Math.round(down ? most - least : along);
        var height = Math.round(down ? along : Math.max(most - least, HIGH + 2 * EDGE + 24));
        var out = new StringBuilder();
        out.append(String.format(Locale.ROOT,
                "<svg class=\"provenance\" role=\"group\" aria-label=\"Through whom the claim came; the table below says the same\" viewBox=\"0 0 %d %d\" "
                + "width=\"%d\" height=\"%d\">",
                width, height, width, height));
        out.append(
                "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerUnits=\"userSpaceOnUse\" markerWidth=\"11\" markerHeight=\"11\" "
                + "orient=\"auto\"><path d=\"M0 .6 7.4 4 0 7.4z\" class=\"head\"/></marker></defs>");
        var round = round();
        ways.forEach((passage, way) -> passage(out, passage, way, round, step));
        for (var passage : back) {
            outside += NEAR + across(passage);
            around(out, passage, outside - across(passage) / 2, step);
        }
        ways.keySet().forEach(passage -> label(out, passage, along(worded(passage), step), across(worded(passage))));
        var bottleneck = graph.bottleneck().map(Node::number).orElse(-1);
        for (var node : graph.nodes()) node(out, node, node.number() == bottleneck, step);
        return out.append("</svg>").toString();
    }

    private Set<List<Integer>> round() {
        var circle = graph.circle();
        var links = new HashSet<List<Integer>>();
        for (var i = 1; i < circle.size(); i++) links.add(List.of(circle.get(i - 1).number(), circle.get(i).number()));
        return links;
    }

    private double along(Place p, int step) {
        return EDGE + (down ? HIGH : WIDE) / 2.0 + p.layer / 2.0 * step;
    }

    private double across(Place p) {
        return p.at - least;
    }

    private String point(double along, double across) {
        return down ? String.format(Locale.ROOT, "%.1f %.1f", across, along) : String.format(Locale.ROOT, "%.1f %.1f", along, across);
    }

    private void passage(StringBuilder out, Passage passage, List<Place> way, Set<List<Integer>> round, int step) {
        var half = (down ? HIGH : WIDE) / 2.0;
        var at = along(way.getFirst(), step) + half;
        var path = new StringBuilder("M").append(point(at, across(way.getFirst())));
        var before = way.getFirst();
        for (var place : way.subList(1, way.size())) {
            if (place.isOfLinks() && place != worded(passage)) continue; // one bend, not two
            var last = place == way.getLast();
            var to = along(place, step) - (place.isOfLinks() ? 0 : half);
            var bend = (to - at) / 2;
            path.append("C").append(point(at + bend, across(before))).append(" ").append(point(to - bend, across(place)))
                    .append(" ").append(point(last ? to - 1 : to, across(place)));
            at = place.isOfLinks() ? to : to + 2 * half;
            if (!last && !place.isOfLinks()) path.append("L").append(point(at, across(place)));
            before = place;
        }
        line(out, passage, path.toString(), round.contains(List.of(passage.from(), passage.to())));
    }

    /// A link that goes back, drawn below everything else (or beside it, where the graph runs downward).
    private void around(StringBuilder out, Passage passage, double low, int step) {
        var from = place(passage.from());
        var to = place(passage.to());
        var half = (down ? WIDE : HIGH) / 2.0;
        var path = "M" + point(along(from, step), across(from) + half) + "C" + point(along(from, step), low)
                + " " + point(along(from, step), low) + " " + point(along(from, step) - 24, low)
                + "L" + point(along(to, step) + 24, low) + "C" + point(along(to, step), low) + " "
                + point(along(to, step), low) + " " + point(along(to, step), across(to) + half + 1);
        line(out, passage, path, true);
        label(out, passage, (along(from, step) + along(to, step)) / 2, low);
    }

    private static void line(StringBuilder out, Passage passage, String path, boolean round) {
        out.append("<path class=\"passage").append(passage.recorded() ? "" : " unrecorded")
                .append(round ? " round" : "").append("\" marker-end=\"url(#head)\" d=\"").append(path).append("\"/>");
    }

    private void label(StringBuilder out, Passage passage, double along, double across) {
        var x = down ? across : along;
        var y = down ? along : across;
        var alone = passage.cautions().isEmpty();
        var all = String.join(", ", passage.how());
        out.append(String.format(Locale.ROOT, "<text class=\"how\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">", x, alone ? y + 4 : y - 5))
                .append(how(passage).equals(all) ? "" : "<title>" + TextHtml.escape(all) + "</title>").append(TextHtml.escape(how(passage))).append("</text>");
        if (alone) return;
        out.append(String.format(Locale.ROOT, "<text class=\"caution\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\"><title>%s</title>", x,
                y + 13, TextHtml.escape(String.join("; ", passage.cautions())))).append(TextHtml.escape(caution(passage))).append("</text>");
    }

    private void node(StringBuilder out, Node node, boolean bottleneck, int step) {
        var place = place(node.number());
        var x = (down ? across(place) : along(place, step)) - WIDE / 2.0;
        var y = (down ? along(place, step) : across(place)) - HIGH / 2.0;
        var paper = node.kind() == Kind.PAPER;
        var to = node.record().map(r -> "/record/" + r).or(() -> node.authority().map(PersonPage::address)).orElse("");
        if (!to.isEmpty()) out.append("<a href=\"").append(to).append("\">");
        out.append("<g class=\"node ").append(node.kind().name().toLowerCase(Locale.ROOT)).append("\"><title>")
                .append(TextHtml.escape(node.words() + (bottleneck ? ": every report came through here" : ""))).append("</title>");
        if (bottleneck) out.append(box("ring", x - 5, y - 5, WIDE + 10, HIGH + 10, 8));
        out.append(box("box", x, y, WIDE, HIGH, paper ? 0 : 5));
        var lines = lines(node.words());
        for (var i = 0; i < lines.size(); i++) {
            out.append(String.format(Locale.ROOT, "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">", x + WIDE / 2.0,
                    y + HIGH / 2.0 + 4.5 + (i - (lines.size() - 1) / 2.0) * 16)).append(TextHtml.escape(lines.get(i))).append("</text>");
        }
        out.append("</g>").append(to.isEmpty() ? "" : "</a>");
    }

    private static String box(String name, double x, double y, int width, int height, int round) {
        return String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"%d\"/>", name, x, y, width, height, round);
    }

    /// A name on at most two lines.
    static List<String> lines(String words) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        if (lines.size() > 2) return List.of(cut(lines.get(0), LETTERS), cut(lines.get(1) + " " + lines.get(2), LETTERS));
        return lines.stream().map(l -> cut(l, LETTERS)).toList();
    }

    private static String cut(String words, int letters) {
        return words.length() <= letters ? words
                : words.substring(0, words.offsetByCodePoints(0, Math.min(words.codePointCount(0, words.length()), letters - 1))).strip() + "…";
    }
}
