package chancery.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/// Pages of a running server, fetched once and then given as static bytes by a server of the same kind. Arguments: a port, the addresses, one a line.
/// The address of a page here is its line: `/0`, `/1`.
public final class StaticPages {
    private StaticPages() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var pages = new HashMap<String, byte[]>();
        try (var http = HttpClient.newHttpClient()) {
            for (var address : Files.readAllLines(Path.of(args[1]))) {
                var answer = http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) throw new IOException(address + " answered " + answer.statusCode());
                pages.put(Integer.toString(pages.size()), answer.body());
            }
        }
        Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.http.generateEtags = true;
            config.routes.get("/{page}", ctx -> ctx.contentType("text/html; charset=utf-8").result(pages.getOrDefault(ctx.pathParam("page"), new byte[0])));
        }).start("127.0.0.1", Integer.parseInt(args[0]));
        System.out.println("up");
    }
}
