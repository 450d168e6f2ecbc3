package chancery.archive;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/// Which program this is, as far as it concludes: a digest of the class files and tables of the rooms that do. Another
/// build of the same rules has the same; a changed rule has another,
/// without anybody having to raise a number.
final class Program {
    private static final Pattern CONCLUDES = Pattern.compile("chancery/(?:finding|document|cable|claim|archive)/.*");
    private static final byte[] DIGEST = made();

    private Program() {}

    /// 32 bytes.
    static byte[] digest() {
        return DIGEST.clone();
    }

    private static byte[] made() {
        try {
            var from = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            var parts = Files.isDirectory(from) ? inFolder(from) : inJar(from);
            var sha = FolderVault.sha256();
            parts.forEach((name, digest) -> {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update(digest.getBytes(StandardCharsets.UTF_8));
            });
            return sha.digest();
        } catch (IOException | URISyntaxException | RuntimeException unknown) { // loaded from elsewhere: then it is like no other
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            return random;
        }
    }

    /// A jar knows a checksum of each of its parts.
    private static TreeMap<String, String> inJar(Path jar) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var file = new JarFile(jar.toFile(), false)) {
            file.stream().filter(e -> CONCLUDES.matcher(e.getName()).matches()).forEach(e -> parts.put(e.getName(), e.getCrc() + " " + e.getSize()));
        }
        return parts;
    }

    private static TreeMap<String, String> inFolder(Path folder) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var files = Files.walk(folder.resolve("chancery"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (CONCLUDES.matcher(name).matches()) parts.put(name, FolderVault.digest(Files.readAllBytes(file)));
            }
        }
        return parts;
    }
}
