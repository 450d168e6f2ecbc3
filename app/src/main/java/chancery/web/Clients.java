package chancery.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Where requests come from. What is passed on in `X-Forwarded-For` is believed of the proxies that the settings name, and of nobody else.
record Clients(Set<String> proxies) {
    /// The address of a request's client.
    String address(Context ctx) {
        var address = ctx.ip();
        if (!proxies.contains(address)) return address;
        var passed = Optional.ofNullable(ctx.header("X-Forwarded-For")).orElse("").split(",");
        for (var i = passed.length - 1; i >= 0 && proxies.contains(address); i--) {
            var before = passed[i].strip();
            if (!before.matches("[0-9a-fA-F:.]{2,45}")) return address;
            address = before;
        }
        return address;
    }

    /// Whether a request comes from this machine itself, and was not handed on by it.
    boolean isHere(Context ctx) {
        return (ctx.ip().startsWith("127.") || ctx.ip().equals("0:0:0:0:0:0:0:1") || ctx.ip().equals("::1") || ctx.ip().equals("[0:0:0:0:0:0:0:1]"))
                && ctx.header("X-Forwarded-For") == null;
    }

    /// What tells one client from another: an address; of the longer kind, which one client has by the million, the half that names its network.
    String key(Context ctx) {
        var address = address(ctx);
        if (address.indexOf(':') < 0) return address;
        try {
            return HexFormat.of().formatHex(Arrays.copyOf(InetAddress.getByName(address).getAddress(), 8)); // no look-up: it is an address
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
