package chancery.web;

import chancery.archive.ReadingRoom;
import chancery.archive.Settings;
import chancery.authority.Authority;
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

    /// One who was merged into another leads there.
    private void authority(Context ctx) {
        var id = ctx.pathParam("id");
        var found = room.apply(ctx).claims().identities().authorities().find(id);
        var people = people(ctx, found.filter(a -> a.kind() == Authority.Kind.PLACE).isPresent());
        var entry = people.authority(id);
        if (entry.isEmpty()) pages.nothing(ctx);
        else if (!ctx.path().equals(PersonPage.address(entry.get()))) ctx.redirect(PersonPage.address(entry.get()), HttpStatus.FOUND);
        else show(ctx, entry.get(), people);
    }

    /// A name that nobody explained; one that was leads to who it is.
    private void name(Context ctx) {
        var people = people(ctx, false);
        var key = ctx.pathParam("name");
        var entry = people.named(key);
        if (entry.isPresent()) {
            show(ctx, entry.get(), people);
            return;
        }
        var described = people.entries().stream().filter(e -> e.authority().isPresent() && e.forms().stream().anyMatch(f ->
                People.key(f.words()).equals(key))).toList();
        if (described.size() == 1) ctx.redirect(PersonPage.address(described.getFirst()), HttpStatus.FOUND);
        else pages.nothing(ctx);
    }

    private void show(Context ctx, People.Entry entry, People people) {
        var page = PersonPage.of(entry, people, finder, room.apply(ctx), settings.zone());
        pages.show(ctx, "person.jte", page.name(), page.path(), true, Map.of("page", page, "desk", pages.desk(ctx)));
    }
}
