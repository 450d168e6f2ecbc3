package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.Settings;
import chancery.claim.State;
import chancery.document.Edtf;
import chancery.search.ClaimQuestion;
import chancery.search.DateWords;
import chancery.search.Finder;
import chancery.web.InquiriesPage.Which;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses of claims and inquiries, for whoever the room is open to.
final class ClaimRoutes {
    /// The addresses, as patterns; a promise.
    static final List<String> ROUTES = List.of("/claims", "/claim/{id}", "/inquiries");
    private final Settings settings;
    private final Function<Context, ReadingRoom> room;
    private final Finder finder;
    private final Pages pages;

    /// What the server does for every page.
    interface Pages {
        void show(Context ctx, String template, String title, String path, boolean indexed, Map<String, Object> values);

        void nothing(Context ctx);

        /// The desk's key for forms; empty for whoever may not decide.
        String desk(Context ctx);

        String clean(String words);

        /// The address under which readers reach the archive, without a slash at its end.
        String base(Context ctx);

        int number(Context ctx, String parameter);
    }

    ClaimRoutes(Settings settings, Function<Context, ReadingRoom> room, Finder finder, Pages pages) {
        this.settings = settings;
        this.room = room;
        this.finder = finder;
        this.pages = pages;
    }

    void on(JavalinDefaultRoutingApi routes) {
        routes.get("/claims", this::claims);
        routes.get("/claim/{id}", this::claim);
        routes.get("/inquiries", this::inquiries);
    }

    private String parameter(Context ctx, String name) {
        return pages.clean(Optional.ofNullable(ctx.queryParam(name)).orElse(""));
    }

    private Optional<Edtf> days(Context ctx, String name) {
        return DateWords.days(parameter(ctx, name));
    }

    /// `about` and `known-by`, the words of the search box, are taken for `words` and `to`.
    private void claims(Context ctx) {
        var words = Stream.of("words", "about").map(name -> parameter(ctx, name)).filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
        var to = parameter(ctx, "to").isEmpty() ? parameter(ctx, "known-by") : parameter(ctx, "to");
        var open = room.apply(ctx);
        var asSource = "source".equals(ctx.queryParam("as"));
        var page = ClaimsPage.of(open.claims(), open, State.of(parameter(ctx, "state")), parameter(ctx, "source"), asSource, words, finder.wording(words),
                Verdict.of(parameter(ctx, "verdict")), days(ctx, "time"), days(ctx, "from"), DateWords.days(to), pages.number(ctx, "page"));
        pages.show(ctx, "claims.jte", "Claims", page.chosen().address(page.chosen().page()), false,
                Map.of("page", page, "unread", unread(parameter(ctx, "time"), parameter(ctx, "from"), to)));
    }

    /// Where a search for claims is answered.
    static String address(ClaimQuestion asked) {
        var query = new StringJoiner("&", "/claims?", "");
        if (!asked.about().isEmpty()) query.add("words=" + View.encode(asked.about()));
        if (!asked.source().isEmpty()) query.add("source=" + View.encode(asked.source()));
        if (!asked.knownBy().isEmpty()) query.add("to=" + View.encode(asked.knownBy()));
        return query.toString();
    }

    /// The days that were typed and cannot be read.
    static List<String> unread(String... typed) {
        return Stream.of(typed).filter(day -> !day.isEmpty() && DateWords.days(day).isEmpty()).toList();
    }

    private void claim(Context ctx) {
        var id = ctx.pathParam("id");
        var open = room.apply(ctx);
        var register = open.claims();
        var claim = register.claim(id);
        if (claim.isEmpty()) {
            pages.nothing(ctx);
        } else if (!claim.get().id().equals(id)) {
            ctx.redirect("/claim/" + claim.get().id() + (ctx.queryString() == null ? "" : "?" + ctx.queryString()), io.javalin.http.HttpStatus.FOUND);
        } else {
            var page = ClaimPage.of(claim.get(), days(ctx, "on").map(Edtf::last).filter(day -> day.isBefore(LocalDate.MAX)),
                    register, open, settings.zone());
            pages.show(ctx, "claim.jte", "Claim: " + brief(page.claim().words()), "/claim/" + id, page.knownOn().isEmpty(),
                    Map.of("page", page, "unread", unread(parameter(ctx, "on"), ""), "desk", pages.desk(ctx)));
        }
    }

    /// Words cut to sixty characters.
    static String brief(String words) {
        return words.codePointCount(0, words.length()) <= 60 ? words : words.substring(0, words.offsetByCodePoints(0, 59)) + "…";
    }

    /// The list that an address names; empty for the one that says most.
    private static Optional<Which> which(Context ctx) {
        if ("proposed".equals(ctx.queryParam("state")))
            return Optional.of("1".equals(ctx.queryParam("reply")) ? Which.REPLIED : "0".equals(ctx.queryParam("reply")) ? Which.UNREPLIED : Which.PROPOSED);
        return "1".equals(ctx.queryParam("all")) ? Optional.of(Which.ALL) : "1".equals(ctx.queryParam("open")) ? Optional.of(Which.OPEN) : Optional.empty();
    }

    private void inquiries(Context ctx) {
        var open = room.apply(ctx);
        var page = InquiriesPage.of(open.claims(), open, which(ctx), days(ctx, "from"), days(ctx, "to"),
                pages.number(ctx, "page"), parameter(ctx, "at"));
        pages.show(ctx, "inquiries.jte", "Inquiries", page.pager().to(page.pager().page()), page.chosen().ofAllTime(),
                Map.of("page", page, "unread", unread(parameter(ctx, "from"), parameter(ctx, "to")), "desk", pages.desk(ctx)));
    }
}
