package chancery.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A client that asks for pages of a server on this machine, one after another on a connection that stays open, as cheaply as it can.
/// Arguments: clients, seconds to warm up, seconds to measure, the server's process, a file with the addresses, one a line.
/// Prints `rate`, `p50_ms`, `p99_ms`, `bytes` of the median page and `others`, each with its figure.
public final class Load {
    private static final int ANSWER_MILLIS = 60_000; // an answer that takes longer is none

    private Load() {}

    public static void main(String[] args) throws Exception {
        var clients = Integer.parseInt(args[0]);
        var addresses = Files.readAllLines(Path.of(args[4])).stream().map(URI::create).toList();
        run(clients, Double.parseDouble(args[1]), addresses);
        var others = Others.watch(Long.valueOf(args[3]));
        var start = System.nanoTime();
        var all = run(clients, Double.parseDouble(args[2]), addresses);
        var seconds = (System.nanoTime() - start) / 1e9;
        var times = all.stream().mapToDouble(Answer::millis).sorted().toArray();
        var sizes = all.stream().mapToInt(Answer::bytes).sorted().toArray();
        System.out.printf(Locale.ROOT, "rate\t%.4g%np50_ms\t%.4g%np99_ms\t%.4g%nbytes\t%d%nothers\t%.2f%n", times.length / seconds,
                times[times.length / 2], times[(int) (times.length * 0.99)], sizes[sizes.length / 2], others.share());
    }

    private record Answer(double millis, int bytes) {}

    private static List<Answer> run(int clients, double seconds, List<URI> addresses) throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        var all = new ArrayList<Answer>();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var parts = new ArrayList<Future<List<Answer>>>();
            for (var i = 0; i < clients; i++) {
                var first = i;
                parts.add(pool.submit(() -> client(first, clients, end, addresses)));
            }
            for (var part : parts) all.addAll(part.get());
        }
        return all;
    }

    private static List<Answer> client(int first, int step, long end, List<URI> addresses) throws IOException {
        var answers = new ArrayList<Answer>();
        var host = addresses.getFirst().getHost();
        try (var socket = new Socket(host, addresses.getFirst().getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (var i = first; System.nanoTime() < end; i += step) {
                var address = addresses.get(i % addresses.size());
                var path = address.getRawQuery() == null ? address.getRawPath() : address.getRawPath() + "?" + address.getRawQuery();
                var start = System.nanoTime();
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                var bytes = read(in, address);
                answers.add(new Answer((System.nanoTime() - start) / 1e6, bytes));
            }
        }
        return answers;
    }

    /// Reads one answer to its end; returns the bytes of its body.
    private static int read(InputStream in, URI address) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) throw new IOException(address + " answered " + status);
        var length = -1;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(length);
            return length;
        }
        var bytes = 0;
        for (var size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size);
            line(in);
            bytes += size;
        }
        line(in);
        return bytes;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
