package chancery.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderVaultTest extends VaultContract {
    @TempDir
    Path temp;

    @Override
    Vault empty() {
        return new FolderVault(temp.resolve("deep").resolve("files"));
    }

    @Override
    Vault again() {
        return empty();
    }

    @Override
    void damage(String digest) throws IOException {
        var bytes = Files.readAllBytes(file(digest));
        bytes[0] ^= 1;
        Files.write(file(digest), bytes);
    }

    @Override
    void lose(String digest) throws IOException {
        Files.delete(file(digest));
    }

    private Path file(String digest) {
        return temp.resolve("deep").resolve("files").resolve(digest.substring(0, 2)).resolve(digest);
    }

    private String keep(String words) {
        return vault.keep(List.of(words.getBytes(StandardCharsets.UTF_8))).getFirst();
    }

    /// A promise to whoever looks into the folder without the program.
    @Test
    void aContentIsAFileNamedByItsDigest() throws IOException {
        var digest = keep("abc");
        assertEquals("abc", Files.readString(file(digest)));
        try (var all = Files.walk(temp.resolve("deep"))) {
            assertEquals(1, all.filter(Files::isRegularFile).count(), "nothing is left beside it");
        }
    }

    /// What a killed process left half-written is no content, and hinders nobody.
    @Test
    void whatWasLeftHalfWrittenIsNotListed() throws IOException {
        var digest = keep("abc");
        Files.writeString(file(digest).resolveSibling("." + digest.substring(0, 8) + "123.new"), "ab");
        assertEquals(List.of(digest), vault.all());
        Files.delete(file(digest));
        assertEquals(digest, keep("abc"));
        assertEquals("abc", Files.readString(file(digest)));
    }

    @Test
    void whatCannotBeWrittenIsSaidWithItsPath() throws IOException {
        keep("abc");
        var digest = FolderVault.digest("other".getBytes(StandardCharsets.UTF_8));
        Files.writeString(temp.resolve("deep").resolve("files").resolve(digest.substring(0, 2)), "in the way");
        var failed = assertThrows(ArchiveFailure.StorageFailed.class, () -> keep("other"));
        assertTrue(String.valueOf(failed.getMessage()).contains(digest.substring(0, 2)), failed.getMessage());
        assertEquals(1, vault.all().size());
    }
}
