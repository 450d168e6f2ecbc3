package chancery.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Prints the addresses of the records that some pages of a running server lead to, one a line. Arguments: the pages.
public final class Links {
    private static final Pattern RECORD = Pattern.compile("href=\"(/record/[^\"?#]+)");

    private Links() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var found = new LinkedHashSet<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (var page : List.of(args)) {
                var at = URI.create(page);
                var links = RECORD.matcher(http.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString()).body());
                while (links.find()) found.add(at.resolve(links.group(1)).toString());
            }
        }
        found.forEach(System.out::println);
    }
}
