package chancery.web;

import chancery.archive.LetterBook;
import chancery.archive.LetterBook.About;
import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.document.RecordId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Letters of readers to the archivist about a paper: an error, a question of rights. Forms without scripts; what is kept goes to the [LetterBook].
///
/// A form carries a token that this server made for this paper, good for some hours; requests from pages of other sites are refused; a box that people do not
/// see catches programs that fill in all there is; a client writes a few letters an hour. Where a paper is closed there is no form, as where there is no paper.
final class LetterRoutes {
    /// The addresses, as patterns; a promise.
    static final java.util.List<String> ROUTES = java.util.List.of("/write/{id}");
    private static final int AN_HOUR = 6, ALL_AN_HOUR = 120;
    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private final LetterBook letters;
    private final Function<Context, ReadingRoom> room;
    private final ClaimRoutes.Pages pages;
    private final Clients clients;
    private final InstantSource clock;
    private final Throttle each, all;
    private final byte[] key = new byte[32];

    LetterRoutes(LetterBook letters, Function<Context, ReadingRoom> room, ClaimRoutes.Pages pages, Clients clients, InstantSource clock) {
        this.letters = letters;
        this.room = room;
        this.pages = pages;
        this.clients = clients;
        this.clock = clock;
        this.each = new Throttle(AN_HOUR, Duration.ofHours(1), clock);
        this.all = new Throttle(ALL_AN_HOUR, Duration.ofHours(1), clock);
        new SecureRandom().nextBytes(key);
    }

    void on(JavalinDefaultRoutingApi routes) {
        routes.get("/write/{id}", this::form);
        routes.post("/write/{id}", this::write);
    }

    private Optional<RecordView> record(Context ctx) {
        return RecordId.parse(ctx.pathParam("id")).flatMap(room.apply(ctx)::record);
    }

    private void form(Context ctx) {
        var record = record(ctx);
        if (record.isEmpty()) pages.nothing(ctx);
        else show(ctx, new LetterForm(record.get(), about(ctx.queryParam("about")), "", "", token(record.get().id()), "", ctx.queryParam("sent") != null));
    }

    private void write(Context ctx) {
        var record = record(ctx);
        if (record.isEmpty()) {
            pages.nothing(ctx);
            return;
        }
        var id = record.get().id();
        var words = field(ctx, "words");
        var from = field(ctx, "from");
        var about = about(ctx.formParam("about"));
        var complaint = complaint(ctx, id, words, from);
        if (complaint.isEmpty()) {
            var trapped = !field(ctx, "website").isEmpty(); // told the same as everybody, and not kept
            if (trapped || letters.keep(about, id, words, from, clock.instant()).isPresent()) {
                ctx.redirect("/write/" + id + "?sent=1", HttpStatus.SEE_OTHER);
                return;
            }
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "86400");
            complaint = "So many letters are waiting that no more can be taken. Please try again tomorrow.";
        }
        if (ctx.statusCode() == 200) ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, new LetterForm(record.get(), about, words.substring(0, Math.min(words.length(), LetterBook.LONGEST)),
                from.substring(0, Math.min(from.length(), LetterBook.LONGEST_ADDRESS)), token(id), complaint, false));
    }

    /// Why a letter is not taken; empty where it is.
    private String complaint(Context ctx, RecordId id, String words, String from) {
        var site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        if (!site.equals("same-origin") && !site.equals("none") || !isGood(field(ctx, "token"), id))
            return "This form had grown old, or came from elsewhere. Nothing is lost: send it once more.";
        if (words.isBlank()) return "The letter is empty. Write what you have to say.";
        if (words.length() > LetterBook.LONGEST || from.length() > LetterBook.LONGEST_ADDRESS)
            return "The letter is too long: %,d characters are taken.".formatted(LetterBook.LONGEST);
        var wait = each.ask(clients.key(ctx));
        if (wait.isZero()) wait = all.ask("");
        if (wait.isZero()) return "";
        ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(wait.toSeconds()));
        return "Many letters came from where you are. Please try again in " + View.many(Math.max(1, wait.toMinutes()), "minute", "minutes") + ".";
    }

    private void show(Context ctx, LetterForm form) {
        pages.show(ctx, "write.jte", "Write to the archivist", "/write/" + form.record().id(), false, Map.of("form", form));
        ctx.header("Cache-Control", "no-store");
    }

    private static About about(@org.jspecify.annotations.Nullable String word) {
        return "rights".equals(word) ? About.RIGHTS : About.ERROR;
    }

    /// A field, without what no keyboard types; lines stay.
    private static String field(Context ctx, String name) {
        var typed = Optional.ofNullable(ctx.formParam(name)).orElse("").replace("\r\n", "\n");
        return typed.codePoints().map(c -> c != '\n' && Character.isISOControl(c) || c >= 0xd800 && c < 0xe000 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
    }

    private String token(RecordId id) {
        var at = Long.toString(clock.instant().getEpochSecond());
        return at + "." + sign(id, at);
    }

    private boolean isGood(String token, RecordId id) {
        if (!token.matches("\\d{1,12}\\.[0-9a-f]{64}")) return false;
        var at = token.substring(0, token.indexOf('.'));
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(at)), clock.instant());
        return !age.isNegative() && age.compareTo(GOOD_FOR) < 0
                && MessageDigest.isEqual(sign(id, at).getBytes(StandardCharsets.UTF_8), token.substring(at.length() + 1).getBytes(StandardCharsets.UTF_8));
    }

    private String sign(RecordId id, String at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((id.value() + " " + at).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
