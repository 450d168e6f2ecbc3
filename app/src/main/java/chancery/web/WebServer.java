package chancery.web;

import chancery.archive.Desk;
import chancery.archive.LetterBook;
import chancery.archive.ReadingRoom;
import chancery.archive.RecordView;
import chancery.archive.Settings;
import chancery.document.Reader;
import chancery.document.RecordId;
import chancery.exchange.out.Correspondence;
import chancery.exchange.out.RecordForms;
import chancery.search.ClaimQuestion;
import chancery.search.DateWords;
import chancery.search.Dimension;
import chancery.search.Finder;
import chancery.search.SearchRequest.Sort;
import chancery.search.SearchRequest;
import chancery.web.KeptPages.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// The archive in a browser: pages and machine forms for whoever comes, over HTTP. Everything it shows comes from a
/// [ReadingRoom] and a [Finder], for [Reader#PUBLIC], or for staff at the desk.
///
/// Closed and absent get the same answer, byte for byte. Answers carry a strict content security policy; nothing inline runs.
public final class WebServer implements AutoCloseable {
    /// The addresses it answers, as patterns; a promise.
    public static final java.util.List<String> ROUTES = java.util.List.of("/", "/search", "/search/{facet}", "/search.csv", "/search.jsonl",
            "/search.ris", "/search.bib", "/search.csl.json", "/search.zip", "/search.atom", "/basket", "/basket.csv", "/basket.jsonl",
            "/basket.ris", "/basket.bib", "/basket.csl.json", "/basket.zip", "/suggest", "/opensearch.xml", "/help", "/record/{id}/{slug}",
            "/record/{id}/v/{n}", "/timeline", "/timeline/{year}", "/exchanges", "/thread/{id}", "/compare", "/beside", "/claims", "/claim/{id}",
            "/inquiries", "/people", "/places", "/person/{id}", "/place/{id}", "/name/{name}", "/desk/enter/{word}", "/desk/decide", "/desk/letters",
                    "/write/{id}", "/collections", "/collection/{slug}",
            "/holdings", "/holding/{id}", "/about", "/health", "/robots.txt", "/sitemap.xml", "/sitemap/{part}", "/static/");
    private static final Logger LOG = Logger.getLogger("chancery.web"), ACCESS = Logger.getLogger("chancery.access");
    private static final int PAGE = 50, LIST = 200, FEED = 50, STOP_MILLIS = 10_000, LONGEST_QUERY = 2_000;
    private static final Pattern ASSET = Pattern.compile("(?:fonts/)?[a-zA-Z0-9-]+\\.(css|js|woff2|txt|svg)");
    private static final Map<String, String> MEDIA = Map.of("css", "text/css; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "woff2", "font/woff2", "txt", "text/plain; charset=utf-8", "svg", "image/svg+xml");
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri "
            + "'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-cache");
    private static final Map<String, String> FORMS = Map.of(".json", "application/json", ".txt", "text/plain; charset=utf-8",
            ".tei.xml", "application/tei+xml; charset=utf-8", ".ris", "application/x-research-info-systems; charset=utf-8",
            ".bib", "application/x-bibtex; charset=utf-8", ".csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8");

    private final Settings settings;
    private final Function<Reader, ReadingRoom> rooms;
    private final Finder finder;
    private final InstantSource clock;
    private final LetterBook letters;
    private final Clients clients;
    private final Throttle searches;
    private final TemplateEngine pages = engine();
    private final KeptPages kept = new KeptPages();
    private final Optional<DeskRoutes> desk;
    private final java.util.concurrent.Semaphore exports = new java.util.concurrent.Semaphore(2);
    private final Javalin server;

    /// Starts to answer.
    ///
    /// @param letters what readers write to the archivist
    /// @param host the address to bind, `127.0.0.1` unless told otherwise
    /// @param port 0 for any that is free; see [#port()]
    /// @throws io.javalin.util.JavalinBindException where the port is taken
    public WebServer(Settings settings, Function<Reader, ReadingRoom> rooms, Finder finder, LetterBook letters, InstantSource clock, String host, int port) {
        this(settings, rooms, finder, letters, clock, host, port, Optional.empty());
    }

    /// Starts to answer, with a desk for whoever comes by its one-time link.
    ///
    /// @param desk where decisions are set down; only for a server that this machine alone reaches
    public WebServer(Settings settings, Function<Reader, ReadingRoom> rooms, Finder finder,
            LetterBook letters, InstantSource clock, String host, int port, Optional<Desk> desk) {
        this.desk = desk.map(d -> new DeskRoutes(d, letters, this::room, settings.zone(), new ClaimPages()));
        this.letters = letters;
        this.clients = new Clients(settings.proxies());
        this.searches = new Throttle(settings.searches(), java.time.Duration.ofMinutes(1), clock);
        this.settings = settings;
        this.rooms = rooms;
        this.finder = finder;
        this.clock = clock;
        this.server = Javalin.create(this::configure).start(host, port);
    }

    /// The address by which the desk is entered, once; empty where there is no desk.
    public Optional<String> deskLink() {
        return desk.map(DeskRoutes::link);
    }

    /// The port it answers on.
    public int port() {
        return server.port();
    }

    /// Stops: what is being answered is answered to its end, up to ten seconds.
    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.generateEtags = true;
        config.http.maxRequestSize = 100_000;
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(STOP_MILLIS);
            jetty.insertHandler(new GracefulHandler());
            jetty.insertHandler(new HeadAsGet());
            jetty.setErrorHandler(this::notUnderstood);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16_384);
        });
        config.requestLogger.http((ctx, millis) -> {
            if (ACCESS.isLoggable(Level.INFO))
                ACCESS.info(network(clients.address(ctx)) + " " + ctx.method() + " " + ctx.path() + " " + ctx.statusCode() + " " + Math.round(millis) + " ms");
        });
        var routes = config.routes;
        routes.before(WebServer::guard);
        routes.before(this::slowDown);
        routes.get("/", this::home);
        routes.get("/search", this::search);
        routes.get("/search/{facet}", this::values);
        for (var form : FoundExport.Form.values()) routes.get("/search." + form.ending, ctx -> export(ctx, form, () -> finder.all(request(ctx), reader(ctx))));
        routes.get("/basket", this::basket);
        for (var form : FoundExport.Form.values()) routes.get("/basket." + form.ending, ctx -> export(ctx, form, () -> inBasket(ctx)));
        routes.get("/search.atom", this::feed);
        routes.get("/suggest", this::suggest);
        routes.get("/opensearch.xml",
                ctx -> ctx.contentType("application/opensearchdescription+xml; charset=utf-8").result(SuggestForms.description(settings, base(ctx))));
        routes.get("/help",
                ctx -> show(ctx, "help.jte", frame(ctx, "Help", "help", "/help"), Map.of("page", AboutPage.of(settings, base(ctx), today(), false))));
        routes.get("/collections", ctx -> list(ctx, "collections.jte", "Collections", "/collections", "collections", room(ctx).collections()));
        routes.get("/collection/{slug}", this::collection);
        routes.get("/holdings", ctx -> list(ctx, "holdings.jte", "Where the papers lie", "/holdings", "nodes", room(ctx).repositories()));
        routes.get("/holding/{id}", this::holding);
        routes.get("/timeline", ctx -> show(ctx, "timeline.jte", frame(ctx, "Timeline", "papers", "/timeline"),
                Map.of("page", TimelinePage.years(room(ctx).days(), room(ctx).overview().undated()))));
        routes.get("/timeline/{year}", this::year);
        routes.get("/exchanges", this::exchanges);
        routes.get("/thread/{id}", this::thread);
        routes.get("/compare", this::compare);
        routes.get("/beside", this::beside);
        routes.get("/record/{id}", this::record);
        routes.get("/record/{id}/{slug}", this::record);
        routes.get("/record/{id}/v/{n}", this::version);
        new ClaimRoutes(settings, this::room, finder, new ClaimPages()).on(routes);
        new PeopleRoutes(settings, this::room, finder, new ClaimPages()).on(routes);
        new LetterRoutes(letters, this::room, new ClaimPages(), clients, clock).on(routes);
        desk.ifPresent(d -> d.on(routes));
        routes.get("/about", ctx -> about(ctx, false));
        routes.post("/about", ctx -> about(ctx, true));
        routes.get("/health", ctx -> ctx.contentType("application/json").header("Cache-Control", "no-store").result("{\"status\":\"ok\"}"));
        routes.get("/robots.txt", ctx -> ctx.contentType("text/plain")
                .result("User-agent: *\nDisallow: /search\nDisallow: /suggest\nDisallow: /basket\nDisallow: /write\nDisallow: /record/*?\n\nSitemap: "
                + base(ctx) + "/sitemap.xml\n"));
        routes.get("/sitemap.xml", ctx -> ctx.contentType("application/xml; charset=utf-8").result(Sitemap.index(everything().size(), base(ctx))));
        routes.get("/sitemap/{part}", this::sitemap);
        routes.get("/static/<name>", this::asset);
        routes.error(404, ctx -> problem(ctx, 404));
        routes.exception(io.javalin.http.HttpResponseException.class, (e, ctx) -> problem(ctx, e.getStatus()));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.log(Level.SEVERE, "Could not answer " + ctx.method() + " " + ctx.path(), e);
            problem(ctx, 500);
        });
    }

    // ---- what every answer carries

    private static void guard(Context ctx) {
        HEADERS.forEach(ctx::header);
    }

    /// Keeps programs that follow every link of every search from taking the archive from its
    /// readers. Papers are never counted, nor is what this machine itself asks.
    private void slowDown(Context ctx) {
        if (!ctx.path().startsWith("/search") && !ctx.path().startsWith("/basket") && !ctx.path().equals("/suggest") || clients.isHere(ctx)) return;
        var wait = searches.ask(clients.key(ctx));
        if (wait.isZero()) return;
        ctx.header("Retry-After", Long.toString(wait.toSeconds()));
        problem(ctx, 429);
        ctx.skipRemainingHandlers();
    }

    /// The network of an address, which names nobody.
    private static String network(String ip) {
        var cut = ip.lastIndexOf(ip.indexOf(':') >= 0 ? ':' : '.');
        return cut < 0 ? ip : ip.substring(0, cut) + ".*";
    }

    /// For whom a request is answered: for whoever sits at the desk, all there is; for everybody else, what is public.
    private Reader reader(Context ctx) {
        return desk.isPresent() && desk.get().isOpen(ctx) ? Reader.STAFF : Reader.PUBLIC;
    }

    private ReadingRoom room(Context ctx) {
        return rooms.apply(reader(ctx));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private String base(Context ctx) {
        return settings.base().map(b -> b.toString().replaceAll("/+$", "")).orElseGet(() -> ctx.scheme() + "://"
                + Optional.ofNullable(ctx.host()).filter(h -> h.matches("[A-Za-z0-9.:\\[\\]-]{1,255}")).orElse("localhost"));
    }

    private Frame frame(Context ctx, String title, String section, String path) {
        return new Frame(settings, title, "", section, base(ctx), path, "", true);
    }

    /// The templates as they were made at the build, what stands fast in them as bytes.
    private static TemplateEngine engine() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "chancery.web.pages");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    private void show(Context ctx, String template, Frame frame, Map<String, Object> values) {
        give(ctx, make(template, frame, values));
    }

    private Page make(String template, Frame frame, Map<String, Object> values) {
        var all = new java.util.HashMap<>(values);
        all.put("frame", frame);
        var out = new Utf8ByteOutput();
        pages.render(template, all, out);
        var bytes = out.toByteArray();
        var sum = new CRC32();
        sum.update(bytes);
        return new Page(bytes, "W/\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"");
    }

    private static void give(Context ctx, Page page) {
        if (ctx.statusCode() == 200) ctx.header("ETag", page.tag());
        ctx.contentType("text/html; charset=utf-8").result(page.html());
    }

    /// One shape of error for people and one for machines; it says nothing of what was asked.
    private void problem(Context ctx, int status) {
        ctx.status(status);
        var accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
        if (ctx.path().endsWith(".json") || accept.contains("application/json") && !accept.contains("text/html")) {
            ctx.contentType("application/json").result("{\"error\":{\"status\":" + status + ",\"message\":\""
                    + (status == 404 ? "There is nothing to read at this address." : status == 429 ? "Too many searches at once; try again in a few seconds."
                    : status < 500 ? "The request was not understood." : "The archive could not answer.") + "\"}}");
            return;
        }
        show(ctx, "problem.jte", new Frame(settings, status == 404 ? "Nothing here" : status == 429 ? "Too many searches" : "A fault",
                "", "", base(ctx), "/", "", false), Map.of("status", status == 404 || status == 429 || status >= 500 ? status : 400));
    }

    /// The page for what comes to no route, such as an address that is none.
    private boolean notUnderstood(Request request, Response response, Callback callback) {
        var page = make("problem.jte", new Frame(settings, "A fault", "", "", settings.base().map(java.net.URI::toString).orElse(""), "/", "", false),
                Map.of("status", response.getStatus() >= 500 ? response.getStatus() : 400));
        HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", "text/html; charset=utf-8");
        response.write(true, java.nio.ByteBuffer.wrap(page.html()), callback);
        return true;
    }

    // ---- pages

    private void home(Context ctx) {
        show(ctx, "home.jte", frame(ctx, "", "", "/"), Map.of("page", HomePage.of(room(ctx))));
    }

    private void search(Context ctx) {
        var request = request(ctx);
        var claims = ClaimQuestion.in(request.query());
        if (claims.isPresent()) {
            ctx.redirect(ClaimRoutes.address(claims.get()), io.javalin.http.HttpStatus.SEE_OTHER);
            return;
        }
        var page = ResultsPage.of(finder.find(request, reader(ctx)), finder, room(ctx));
        var title = request.query().isBlank() ? "Papers" : "Search: " + request.query();
        show(ctx, "results.jte", new Frame(settings, title, request.query(), "papers", base(ctx), ResultsPage.address(request), "", false),
                Map.of("page", page));
    }

    /// All that a search finds, as a file. No more than two are made at a time, so that readers never wait for them.
    private void export(Context ctx, FoundExport.Form form, java.util.function.Supplier<java.util.List<RecordId>> which) {
        if (!exports.tryAcquire()) {
            ctx.status(503).header("Retry-After", "20").contentType("text/plain").result("Other exports are being made. Try again in half a minute.");
            return;
        }
        try {
            var ids = which.get();
            ctx.contentType(form.media).header("Content-Disposition", "attachment; filename=\"" + form.file(ids.size()) + "\"")
                    .header("X-Papers", Integer.toString(ids.size())).header("X-Robots-Tag", "noindex");
            var written = new long[] {-1};
            if (!ctx.protocol().equals("HTTP/1.0")) { // which has no trailers, and some servers in front of ours still speak it
                ctx.header("Trailer", "X-Papers-Written");
                ctx.res().setTrailerFields(() -> written[0] < 0 ? Map.of() : Map.of("X-Papers-Written", Long.toString(written[0])));
            }
            written[0] = new FoundExport(room(ctx), settings, base(ctx), today()).write(form, ids, ctx.outputStream());
        } catch (IOException e) {
            LOG.log(Level.FINE, "An export was broken off", e); // the reader went away
        } finally {
            exports.release();
        }
    }

    private static java.util.List<RecordId> inBasket(Context ctx) {
        return BasketPage.ids(Optional.ofNullable(ctx.queryParam("ids")).orElse(""));
    }

    private void basket(Context ctx) {
        var page = BasketPage.of(inBasket(ctx), room(ctx));
        show(ctx, "basket.jte", new Frame(settings, "Basket", "", "", base(ctx), page.address(), "", false), Map.of("page", page));
    }

    private void feed(Context ctx) {
        var request = request(ctx).withSort(Sort.ADDED).withSize(FEED);
        var room = room(ctx);
        var records = finder.find(request, reader(ctx)).hits().stream().flatMap(h -> room.record(h.card().id()).stream()).toList();
        ctx.contentType("application/atom+xml; charset=utf-8").header("X-Robots-Tag", "noindex")
                .result(Feed.of(request(ctx).withPage(1), records, settings, base(ctx)));
    }

    /// Every paper, the same at each call as long as none comes or goes.
    private java.util.List<RecordId> everything() {
        return finder.all(SearchRequest.of("").withSort(Sort.DATE), Reader.PUBLIC);
    }

    private void sitemap(Context ctx) {
        var ids = everything();
        var part = ctx.pathParam("part").endsWith(".xml") ? number(ctx.pathParam("part").replace(".xml", ""), 0, 1_000_000) : 0;
        if (part < 1 || part > Sitemap.parts(ids.size())) {
            problem(ctx, 404);
            return;
        }
        var from = Math.min(ids.size(), (part - 1) * Sitemap.PART);
        ctx.contentType("application/xml; charset=utf-8")
                .result(Sitemap.part(rooms.apply(Reader.PUBLIC).cards(ids.subList(from, Math.min(ids.size(), from + Sitemap.PART))), base(ctx)));
    }

    private void suggest(Context ctx) {
        var typed = parameter(ctx, "q");
        var suggestions = typed.length() > 100 ? java.util.List.<chancery.search.Suggestion>of() : finder.suggest(typed, reader(ctx));
        var forBrowser = "opensearch".equals(ctx.queryParam("form"));
        ctx.contentType(forBrowser ? "application/x-suggestions+json" : "application/json").header("X-Robots-Tag", "noindex");
        ctx.result(forBrowser ? SuggestForms.opensearch(typed, suggestions, base(ctx)) : SuggestForms.json(suggestions));
    }

    /// Every value of a facet, for the papers found.
    private void values(Context ctx) {
        var dimension = Dimension.ofParameter(ctx.pathParam("facet"));
        if (dimension.isEmpty()) {
            problem(ctx, 404);
            return;
        }
        var request = request(ctx);
        var page = ValuesPage.of(request, dimension.get(), finder.values(request, dimension.get(), reader(ctx)),
                parameter(ctx, "find"), "az".equals(ctx.queryParam("order")), number(ctx.queryParam("part"), 1, 10_000_000));
        show(ctx, "values.jte", new Frame(settings, View.name(dimension.get()), request.query(), "papers", base(ctx), page.address(1), "", false),
                Map.of("page", page));
    }

    /// The question that an address asks. Parameters that cannot be meant are as if they were not there.
    private static SearchRequest request(Context ctx) {
        var query = parameter(ctx, "q");
        var dates = parameter(ctx, "date");
        var from = parameter(ctx, "from");
        var to = parameter(ctx, "to");
        if (dates.isEmpty() && !(from + to).isEmpty()) dates = from.isEmpty() ? "until " + to : to.isEmpty() ? "since " + from : from + "/" + to;
        var chosen = new EnumMap<Dimension, SequencedSet<String>>(Dimension.class);
        for (var d : Dimension.values()) {
            for (var value : ctx.queryParams(d.parameter())) if (!value.isBlank()) chosen.computeIfAbsent(d, _ -> new LinkedHashSet<>()).add(clean(value));
        }
        return new SearchRequest(query, dates, chosen, sort(ctx.queryParam("sort")), number(ctx.queryParam("page"), 1, 10_000_000),
                number(ctx.queryParam("size"), 20, 100), "1".equals(ctx.queryParam("strict")), "typed".equals(ctx.queryParam("spelling")),
                "1".equals(ctx.queryParam("certain")));
    }

    private static String parameter(Context ctx, String name) {
        return clean(Optional.ofNullable(ctx.queryParam(name)).orElse(""));
    }

    private static String clean(String words) {
        var kept = words.length() > LONGEST_QUERY ? words.substring(0, LONGEST_QUERY) : words;
        return kept.codePoints().map(c -> Character.isISOControl(c) || c >= 0xd800 && c < 0xe000 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
    }

    private static Sort sort(@Nullable String word) {
        for (var sort : Sort.values()) if (sort.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) return sort;
        return Sort.RELEVANCE;
    }

    private static int number(@Nullable String word, int usual, int most) {
        return word != null && word.matches("[1-9]\\d{0,7}") ? Math.min(most, Integer.parseInt(word)) : usual;
    }

    /// A list in pages.
    private void list(Context ctx, String template, String title, String path, String name, java.util.List<?> all) {
        var page = number(ctx.queryParam("page"), 1, 10_000_000);
        var pager = new Pager(page, LIST, all.size(), n -> path + (n == 1 ? "" : "?page=" + n));
        if (page > pager.pages()) problem(ctx, 404);
        else
            show(ctx, template, frame(ctx, title, path.substring(1), pager.to(page)),
                    Map.of(name, all.subList((page - 1) * LIST, Math.min(all.size(), page * LIST)), "pager", pager));
    }

    private void collection(Context ctx) {
        var slug = ctx.pathParam("slug");
        var room = room(ctx);
        var here = Optional.ofNullable(ctx.queryParam("at")).orElse("");
        var place = RecordId.parse(here).map(id -> room.place(slug, id)).orElse(OptionalLong.empty());
        var page = room.collection(slug, page(ctx, place), PAGE);
        if (page.isEmpty()) {
            problem(ctx, 404);
            return;
        }
        var pager = new Pager(page.get().page(), PAGE, page.get().total(), n -> "/collection/" + slug + (n == 1 ? "" : "?page=" + n));
        show(ctx, "collection.jte", frame(ctx, page.get().collection().title(), "collections", pager.to(page.get().page())),
                Map.of("page", page.get(), "pager", pager, "here", place.isPresent() ? here : ""));
    }

    /// The page of a list that the address asks for, or the one with a place.
    private static int page(Context ctx, OptionalLong place) {
        return place.isPresent() ? (int) ((place.getAsLong() - 1) / PAGE) + 1 : number(ctx.queryParam("page"), 1, 10_000_000);
    }

    private void holding(Context ctx) {
        var id = ctx.pathParam("id");
        var room = room(ctx);
        var here = Optional.ofNullable(ctx.queryParam("at")).filter(at -> at.matches("[a-z0-9]{1,20}")).orElse("");
        var place = here.isEmpty() ? OptionalLong.empty() : room.placeIn(id, here);
        var page = room.holding(id, page(ctx, place), PAGE);
        if (page.isEmpty()) {
            problem(ctx, 404);
            return;
        }
        var pager = new Pager(page.get().page(), PAGE, page.get().total(), n -> "/holding/" + id + (n == 1 ? "" : "?page=" + n));
        show(ctx, "holding.jte", frame(ctx, page.get().trail().getLast().title(), "holdings", pager.to(page.get().page())),
                Map.of("page", page.get(), "neighbours", Neighbours.of(room, page.get()), "pager", pager, "here", place.isPresent() ? here : ""));
    }

    private void year(Context ctx) {
        var page = ctx.pathParam("year").matches("[1-9]\\d{3}") ? TimelinePage.year(Integer.parseInt(ctx.pathParam("year")), room(ctx).days())
                : Optional.<TimelinePage>empty();
        if (page.isEmpty()) problem(ctx, 404);
        else show(ctx, "timeline.jte", frame(ctx, "Papers of " + page.get().year(), "papers", "/timeline/" + page.get().year()), Map.of("page", page.get()));
    }

    private void exchanges(Context ctx) {
        String from = parameter(ctx, "from"), to = parameter(ctx, "to");
        var chosen = new ExchangesPage.Chosen(parameter(ctx, "with"), DateWords.days(from), DateWords.days(to), parameter(ctx, "sort").equals("longest"));
        var page = ExchangesPage.of(room(ctx), chosen, number(ctx.queryParam("page"), 1, 10_000_000));
        var frame = new Frame(settings, "Exchanges", "", "papers", base(ctx), page.pager().to(page.pager().page()), "", chosen.isAll());
        show(ctx, "exchanges.jte", frame, Map.of("page", page, "unread", ClaimRoutes.unread(from, to)));
    }

    /// Any message of an exchange leads to it, and is marked there; the address of the first is the one to keep.
    private void thread(Context ctx) {
        var room = room(ctx);
        var record = RecordId.parse(ctx.pathParam("id")).flatMap(room::record).map(RecordView::id);
        var exchange = record.flatMap(room::exchange);
        if (record.isEmpty() || exchange.isEmpty()) {
            problem(ctx, 404);
            return;
        }
        var page = ExchangePage.of(exchange.get(), record.get(), room);
        show(ctx, "thread.jte", frame(ctx, page.title(), "papers", "/thread/" + exchange.get().id()), Map.of("page", page));
    }

    private void compare(Context ctx) {
        var room = room(ctx);
        var page = two(ctx, (a, b, textA, textB) -> ComparePage.of(a, b, textA, textB, room));
        if (page.isEmpty()) problem(ctx, 404);
        else
            show(ctx, "compare.jte", new Frame(settings, "Two texts compared", "", "papers", base(ctx),
                    "/compare?a=" + page.get().left().id() + "&b=" + page.get().right().id(), "", false), Map.of("page", page.get()));
    }

    private void beside(Context ctx) {
        var page = two(ctx, BesidePage::of);
        if (page.isEmpty()) problem(ctx, 404);
        else
            show(ctx, "beside.jte", new Frame(settings, page.get().ofOne() ? page.get().left().view().description().title() + ", side by side"
                    : "Two texts side by side", "", "papers", base(ctx), page.get().address(), "", false), Map.of("page", page.get()));
    }

    private interface OfTwo<T> {
        Optional<T> page(RecordView a, RecordView b, int textA, int textB);
    }

    /// A page of two texts that an address names; empty where one of them is not there.
    private <T> Optional<T> two(Context ctx, OfTwo<T> pages) {
        var room = room(ctx);
        var left = Optional.ofNullable(ctx.queryParam("a")).flatMap(RecordId::parse).flatMap(room::record);
        var right = Optional.ofNullable(ctx.queryParam("b")).flatMap(RecordId::parse).flatMap(room::record);
        return left.flatMap(a -> right.flatMap(b -> pages.page(a, b, number(ctx.queryParam("text-a"), 1, 1_000), number(ctx.queryParam("text-b"), 1, 1_000))));
    }

    /// A paper's page is kept for whoever comes next, until the archive is in another state.
    private void record(Context ctx) {
        if (ctx.queryString() != null || reader(ctx) != Reader.PUBLIC) {
            paper(ctx, _ -> { });
            return;
        }
        var address = base(ctx) + ctx.path();
        var state = room(ctx).state();
        kept.of(address, state).ifPresentOrElse(page -> give(ctx, page), () -> paper(ctx, page -> kept.keep(address, state, page)));
    }

    /// @param made told the page, where it is one of the present version
    private void paper(Context ctx, Consumer<Page> made) {
        var asked = ctx.pathParam("id");
        var dot = asked.indexOf('.'); // `tddzxz6xz63jm.json`
        var slug = dot < 0 ? Optional.ofNullable(ctx.pathParamMap().get("slug")).orElse("") : asked.substring(dot);
        var form = FORMS.keySet().stream().filter(slug::endsWith).max(java.util.Comparator.comparingInt(String::length)).orElse("");
        var room = room(ctx);
        var record = RecordId.parse(dot < 0 ? asked : asked.substring(0, dot)).flatMap(room::record);
        if (record.isEmpty() || dot >= 0 && !slug.equals(form)) {
            problem(ctx, 404);
        } else if (!slug.equals(record.get().slug() + form)) {
            ctx.redirect(View.at(record.get().card()) + form + (ctx.queryString() == null ? "" : "?" + ctx.queryString()),
                    io.javalin.http.HttpStatus.MOVED_PERMANENTLY);
        } else if (form.isEmpty()) {
            var page = page(ctx, room, record.get(), true);
            made.accept(page);
            give(ctx, page);
        } else {
            form(ctx, room, record.get(), form);
        }
    }

    private void version(Context ctx) {
        var room = room(ctx);
        var record = RecordId.parse(ctx.pathParam("id")).flatMap(id -> room.version(id, number(ctx.pathParam("n"), 0, 1_000_000)));
        if (record.isEmpty()) problem(ctx, 404);
        else give(ctx, page(ctx, room, record.get(), false));
    }

    private Page page(Context ctx, ReadingRoom room, RecordView record, boolean present) {
        var query = parameter(ctx, "q");
        var base = base(ctx);
        var page = RecordPage.of(record, room.whereabouts(record.id()).orElseThrow(), room, finder,
                query, "typed".equals(ctx.queryParam("spelling")), settings, base, today());
        var frame = new Frame(settings, record.description().title(), query, "", base,
                present ? View.at(record.card()) : "/record/" + record.id() + "/v/" + record.version(), page.head(base), present && ctx.queryString() == null);
        var found = Found.of(request(ctx), number(ctx.queryParam("n"), 0, 10_000_000), record.id(), View.at(record.card()), page.marks(), finder, reader(ctx));
        return make("record.jte", frame, Map.of("page", page, "found", found, "desk", present ? desk.map(d -> d.key(ctx)).orElse("") : ""));
    }

    private void form(Context ctx, ReadingRoom room, RecordView record, String form) {
        var base = base(ctx);
        var citation = RecordPage.citation(record, room.whereabouts(record.id()).orElseThrow(), settings, base, today());
        ctx.contentType(FORMS.getOrDefault(form, "text/plain"));
        ctx.result(switch (form) {
            case ".json" -> RecordForms.json(record, settings.notice());
            case ".txt" -> RecordForms.text(record, settings.notice());
            case ".tei.xml" -> RecordForms.tei(record, settings.title(), base + View.at(record.card()),
                    settings.notice(), Correspondence.describe(record.card(), room.exchange(record.id()), room, base));
            case ".ris" -> citation.ris();
            case ".bib" -> citation.bibtex();
            default -> citation.cslJson();
        });
    }

    private void about(Context ctx, boolean shown) {
        show(ctx, "about.jte", frame(ctx, "About", "about", "/about"), Map.of("page", AboutPage.of(settings, base(ctx), today(), shown)));
        if (shown) ctx.header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex");
    }

    /// What pages of claims need of the server.
    private final class ClaimPages implements ClaimRoutes.Pages {
        @Override
        public void show(Context ctx, String template, String title, String path, boolean indexed, Map<String, Object> values) {
            WebServer.this.show(ctx, template,
                    new Frame(settings, title, "", section(path), base(ctx), path, "", indexed), values);
        }

        private static String section(String path) {
            return path.matches("/(?:claim|inquiries).*") ? "claims" : path.matches("/(?:people|places|person|place|name)\\b.*") ? "people" : "";
        }

        @Override
        public void nothing(Context ctx) {
            problem(ctx, 404);
        }

        @Override
        public String desk(Context ctx) {
            return desk.map(d -> d.key(ctx)).orElse("");
        }

        @Override
        public String clean(String words) {
            return WebServer.clean(words);
        }

        @Override
        public String base(Context ctx) {
            return WebServer.this.base(ctx);
        }

        @Override
        public int number(Context ctx, String parameter) {
            return WebServer.number(ctx.queryParam(parameter), 1, 10_000_000);
        }
    }

    // ---- style, scripts, fonts

    private void asset(Context ctx) {
        var name = ctx.pathParam("name");
        var m = ASSET.matcher(name);
        var bytes = m.matches() ? Assets.bytes(name) : new byte[0];
        if (bytes.length == 0) {
            problem(ctx, 404);
            return;
        }
        ctx.contentType(MEDIA.getOrDefault(m.group(1), "application/octet-stream"))
                .header("Cache-Control", "public, max-age=" + (name.startsWith("fonts/") || ctx.queryString() != null ? 31_536_000 : 3_600)).result(bytes);
    }
}
