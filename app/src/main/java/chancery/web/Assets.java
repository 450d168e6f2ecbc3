package chancery.web;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// Style, scripts and fonts, as they are in the jar; read once.
final class Assets {
    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    private Assets() {}

    /// The bytes of one by its name; none where there is none.
    static byte[] bytes(String name) {
        var known = READ.get(name);
        if (known != null) return known;
        var read = read(name);
        if (read.length > 0) READ.put(name, read); // names that are asked for and do not exist are without end
        return read;
    }

    /// The address of one, another for other bytes: browsers keep what they have, and after an upgrade fetch the new.
    static String address(String name) {
        var sum = new CRC32();
        sum.update(bytes(name));
        return "/static/" + name + "?" + Long.toHexString(sum.getValue());
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream("/chancery/web/static/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
