package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.Settings;
import chancery.authority.Authority;
import chancery.exchange.out.AuthorityRows;
import chancery.exchange.out.EacCpf;
import chancery.search.Finder;
import chancery.search.People;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The addresses of persons, bodies and places, for whoever the room is open to.
final class PeopleRoutes {
    /// The addresses, as patterns; a promise.
    static final List<String> ROUTES = List.of("/people", "/places", "/person/{id}", "/place/{id}", "/name/{name}");
    private final Settings settings;
    private final Function<Context, ReadingRoom> room;
    private final Finder finder;
    private final ClaimRoutes.Pages pages;

    PeopleRoutes(Settings settings, Function<Context, ReadingRoom> room, Finder finder, ClaimRoutes.Pages pages) {
        this.settings = settings;
        this.room = room;
        this.finder = finder;
        this.pages = pages;
    }

    void on(JavalinDefaultRoutingApi routes) {
        routes.get("/people", ctx -> list(ctx, false));
        routes.get("/places", ctx -> list(ctx, true));
        routes.get("/person/{id}", this::authority);
        routes.get("/place/{id}", this::authority);
        routes.get("/name/{name}", this::name);
    }

    private People people(Context ctx, boolean places) {
        return places ? People.places(finder, room.apply(ctx)) : People.of(finder, room.apply(ctx));
    }

    private void list(Context ctx, boolean places) {
        var find = pages.clean(Optional.ofNullable(ctx.queryParam("find")).orElse(""));
        var page = PeoplePage.of(people(ctx, places), places, find, "az".equals(ctx.queryParam("order")), pages.number(ctx, "page"));
        pages.show(ctx, "people.jte", page.name(), page.pager().to(page.pager().page()), find.isEmpty(), Map.of("page", page));
    }

    /// One who was merged into another leads there, in every form.
    private void authority(Context ctx) {
        var asked = ctx.pathParam("id");
        var dot = asked.indexOf('.'); // `tddzxz6xz63jm.eac.xml`
        var id = dot < 0 ? asked : asked.substring(0, dot);
        var found = room.apply(ctx).claims().identities().authorities().find(id);
        var people = people(ctx, found.filter(a -> a.kind() == Authority.Kind.PLACE).isPresent());
        var page = people.authority(id).map(entry -> PersonPage.of(entry, people, finder, room.apply(ctx), settings.zone()));
        var form = dot < 0 ? "" : asked.substring(dot);
        if (page.isEmpty() || !form.isEmpty() && page.get().forms().stream().noneMatch(f -> f.getValue().endsWith(form))) pages.nothing(ctx);
        else if (!ctx.path().equals(page.get().path() + form)) ctx.redirect(page.get().path() + form, HttpStatus.FOUND);
        else if (form.isEmpty()) show(ctx, page.get());
        else form(ctx, page.get(), form);
    }

    private void form(Context ctx, PersonPage page, String form) {
        var named = PersonPage.named(page.entry());
        if (form.equals(".json")) ctx.contentType("application/json").result(AuthorityRows.json(named, settings.notice()));
        else
            ctx.contentType("application/xml; charset=utf-8").result(EacCpf.of(named, page.events(),
                    settings.institution().isEmpty() ? settings.title() : settings.institution(), pages.base(ctx) + page.path(), settings.notice()));
    }

    /// A name that nobody explained; one that was leads to who it is.
    private void name(Context ctx) {
        var people = people(ctx, false);
        var key = ctx.pathParam("name");
        var entry = people.named(key);
        if (entry.isPresent()) {
            show(ctx, PersonPage.of(entry.get(), people, finder, room.apply(ctx), settings.zone()));
            return;
        }
        var described = people.entries().stream().filter(e -> e.authority().isPresent() && e.forms().stream().anyMatch(f ->
                People.key(f.words()).equals(key))).toList();
        if (described.size() == 1) ctx.redirect(PersonPage.address(described.getFirst()), HttpStatus.FOUND);
        else pages.nothing(ctx);
    }

    private void show(Context ctx, PersonPage page) {
        pages.show(ctx, "person.jte", page.name(), page.path(), true, Map.of("page", page, "desk", pages.desk(ctx)));
    }
}
