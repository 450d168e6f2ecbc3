package chancery.web;

import chancery.archive.Desk;
import chancery.archive.LetterBook;
import chancery.archive.ReadingRoom;
import chancery.claim.Anchor;
import chancery.claim.Attestation;
import chancery.document.PlainLayer;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The desk in a browser, until there are accounts: entered once by a link that only the terminal shows, then known by a cookie that no other site can send.
///
/// Every form carries a key of the sitting, so that no other page can decide in somebody's name; forms work without scripts. Safe to share between threads.
final class DeskRoutes {
    /// The addresses, as patterns; a promise.
    static final List<String> ROUTES = List.of("/desk/enter/{word}", "/desk/decide", "/desk/letters");
    private static final String COOKIE = "desk";
    private static final int LONGEST = 20_000;
    private static final String DESCRIBED = "described"; // what a row is called that describes somebody new
    private final Desk desk;
    private final LetterBook letters;
    private final Function<Context, ReadingRoom> room;
    private final ZoneId zone;
    private final ClaimRoutes.Pages pages;
    private final AtomicReference<String> word = new AtomicReference<>(random());
    private final String sitting = random();
    private final String key = random();

    DeskRoutes(Desk desk, LetterBook letters, Function<Context, ReadingRoom> room, ZoneId zone, ClaimRoutes.Pages pages) {
        this.desk = desk;
        this.letters = letters;
        this.room = room;
        this.zone = zone;
        this.pages = pages;
    }

    /// The path that opens the desk, once.
    String link() {
        return "/desk/enter/" + word.get();
    }

    void on(JavalinDefaultRoutingApi routes) {
        routes.get("/desk/enter/{word}", this::enter);
        routes.post("/desk/decide", this::decide);
        routes.get("/desk/letters", this::letters);
        routes.post("/desk/letters", this::settle);
        routes.after(ctx -> { if (isOpen(ctx)) ctx.header("Cache-Control", "no-store"); });
    }

    /// Whether a request comes from the desk.
    boolean isOpen(Context ctx) {
        return same(Optional.ofNullable(ctx.cookie(COOKIE)).orElse(""), sitting);
    }

    /// The key that forms of the desk carry; empty for everybody else.
    String key(Context ctx) {
        return isOpen(ctx) ? key : "";
    }

    private void enter(Context ctx) {
        var known = word.get();
        if (known.isEmpty() || !same(ctx.pathParam("word"), known) || !word.compareAndSet(known, "")) {
            pages.nothing(ctx);
            return;
        }
        ctx.cookie(new Cookie(COOKIE, sitting, "/", -1, false, true, null, SameSite.STRICT));
        // a page, not a redirection: a cookie that was just set is not sent by a browser that came from elsewhere
        pages.show(ctx, "desk.jte", "The desk", "/", false, Map.of("words", List.of(), "back", "/claims"));
        ctx.header("Cache-Control", "no-store");
    }

    private void letters(Context ctx) {
        if (!isOpen(ctx)) {
            pages.nothing(ctx);
            return;
        }
        var all = ctx.queryParam("all") != null;
        pages.show(ctx, "letters.jte", "Letters from readers", "/desk/letters", false,
                Map.of("page", LettersPage.of(letters.list(all), all, room.apply(ctx), zone), "desk", key));
    }

    /// Marks a letter as dealt with, or as not, or destroys it.
    private void settle(Context ctx) {
        var number = Optional.ofNullable(ctx.formParam("number")).filter(n -> n.matches("\\d{1,15}")).map(Long::parseLong).orElse(0L);
        var known = mayDecide(ctx) && switch (Optional.ofNullable(ctx.formParam("do")).orElse("")) {
            case "done" -> letters.done(number, true);
            case "wait" -> letters.done(number, false);
            case "forget" -> letters.forget(number);
            default -> false;
        };
        if (known) ctx.redirect("/desk/letters", HttpStatus.SEE_OTHER);
        else pages.nothing(ctx);
    }

    private boolean mayDecide(Context ctx) {
        return isOpen(ctx) && same(Optional.ofNullable(ctx.formParam("key")).orElse(""), key);
    }

    private void decide(Context ctx) {
        if (!mayDecide(ctx)) {
            pages.nothing(ctx);
            return;
        }
        var back = Optional.ofNullable(ctx.formParam("back"))
                .filter(b -> b.matches("/(?:claim|record|person|place)/[a-z0-9]{13}(?:#claims)?|/name/[^\\s/?#]{1,300}|/inquiries\\?all=1")).orElse("/claims");
        var rows = rows(ctx);
        if (rows.isEmpty()) {
            refuse(ctx, List.of("No claim was chosen. Mark those that are meant, or use the buttons beside one."), back);
            return;
        }
        switch (desk.decide(System.getProperty("user.name", "somebody"), "the desk", rows)) {
            case Desk.Outcome.Decided(_, _, var named) -> ctx.redirect(named.containsKey(DESCRIBED) ? "/person/" + named.get(DESCRIBED) : back,
                    HttpStatus.SEE_OTHER);
            case Desk.Outcome.Refused(var complaints) -> refuse(ctx, complaints.stream().map(Desk.Complaint::why).distinct().toList(), back);
        }
    }

    private void refuse(Context ctx, List<String> why, String back) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.show(ctx, "desk.jte", "Not decided", "/", false, Map.of("words", why, "back", back));
    }

    /// What a form says, as rows of one run. In a list `do` may name its claim (`accept 4k8rh2v0pw3xd`), else it is about every claim that was marked; empty
    /// where none was.
    private List<Desk.Row> rows(Context ctx) {
        var values = new HashMap<String, String>();
        for (var column : Desk.COLUMNS)
            Optional.ofNullable(ctx.formParam(column)).filter(v -> v.length() <= LONGEST).ifPresent(v -> values.put(column, v.replace("\r\n", "\n")));
        var does = values.getOrDefault("do", "").split(" ", 2);
        values.put("do", does[0]);
        if (does[0].equals("correct")) return corrected(ctx, values);
        if (does[0].equals("describe") && !values.containsKey("authority")) return described(ctx, values);
        if (ctx.formParam("list") == null) return List.of(new Desk.Row(1, values));
        var claims = does.length > 1 ? List.of(does[1]) : ctx.formParams("claim");
        return claims.stream().distinct().map(claim -> new Desk.Row(1, Map.of("do", does[0], "claim", claim))).toList();
    }

    /// A description of somebody new, with the names that were marked as his.
    private static List<Desk.Row> described(Context ctx, Map<String, String> values) {
        var rows = new ArrayList<Desk.Row>();
        values.put("name", DESCRIBED);
        rows.add(new Desk.Row(1, values));
        for (var form : ctx.formParams("form").stream().distinct().toList())
            rows.add(new Desk.Row(rows.size() + 1, Map.of("do", "identify", "authority", DESCRIBED, "source", form)));
        return rows;
    }

    /// A correction. What the form leaves empty the paper does not say; other words are a reading of their own, joined
    /// with the one that is rejected, so that its address leads on.
    private List<Desk.Row> corrected(Context ctx, Map<String, String> values) {
        for (var column : List.of("cue", "caution", "about", "said"))
            if (ctx.formParam(column) != null && values.getOrDefault(column, "").isBlank()) values.put(column, "-");
        var content = Optional.ofNullable(ctx.formParam("content")).map(c -> c.replace("\r\n", "\n").strip())
                .filter(c -> !c.isEmpty() && c.length() <= LONGEST).orElse("");
        var id = values.getOrDefault("claim", "");
        var held = room.apply(ctx).claims().claim(id).flatMap(c -> c.attestations().stream().filter(a -> a.id().equals(id)).findFirst());
        if (content.isEmpty() || held.isEmpty() || content.equals(held.get().content().quotation())) return List.of(new Desk.Row(1, values));
        var added = new HashMap<>(values);
        added.remove("claim");
        added.putAll(Map.of("do", "add", "name", "corrected", "document", held.get().paper().record().value(),
                "quote", content, "nth", String.valueOf(nearest(room.apply(ctx), held.get(), content))));
        return List.of(new Desk.Row(1, added), new Desk.Row(2, Map.of("do", "reject", "claim", id)),
                new Desk.Row(3, Map.of("do", "join", "claim", id, "with", "corrected")));
    }

    /// Which occurrence of some words in its text lies nearest to an attestation; 1 where they do not occur.
    private static int nearest(ReadingRoom room, Attestation a, String words) {
        var plain = room.record(a.paper().record()).stream().flatMap(r -> r.texts().stream())
                .filter(t -> t.id().equals(a.text())).map(t -> PlainLayer.of(t.text()).text()).findFirst().orElse("");
        var best = 1;
        var least = Integer.MAX_VALUE;
        for (var nth = 1; ; nth++) {
            var place = Anchor.place(plain, words, nth);
            if (place.isEmpty()) return best;
            var off = Math.abs(place.get().start() - a.content().start());
            if (off < least) best = nth;
            least = Math.min(least, off);
        }
    }

    /// Compared in a time that tells nothing.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
