package chancery.archive;

import chancery.archive.ArchiveFailure.StorageFailed;
import chancery.document.RecordId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// What readers wrote to the archivist: errors they saw, questions of rights. Kept in `desk.db`, beside the archive's
/// papers and never among them: no copy, export or delivery carries it.
///
/// The file is made with the first letter, readable by its owner alone. A letter is on the disk
/// when [#keep] returns. Safe to share between threads and processes.
public final class LetterBook {
    /// The most letters that wait; when so many are not yet done, no more are taken.
    public static final int MOST = 5_000;
    /// The longest letter, and the longest address to answer to, in characters.
    public static final int LONGEST = 5_000, LONGEST_ADDRESS = 200;
    private final Path file;

    /// What a letter is about.
    public enum About { ERROR, RIGHTS }

    /// A letter.
    ///
    /// @param number from 1, in the order of coming
    /// @param record the paper it is about
    /// @param from   where an answer may be sent; empty where none is wished
    /// @param done   whether the archivist has dealt with it
    public record Letter(long number, Instant at, About about, RecordId record, String words, String from, boolean done) {}

    /// @param file `desk.db`; need not exist
    LetterBook(Path file) {
        this.file = file;
    }

    /// Keeps a letter.
    ///
    /// @return its number; empty where too many wait
    /// @throws IllegalArgumentException where it says nothing, or is too long
    public Optional<Long> keep(About about, RecordId record, String words, String from, Instant at) {
        if (words.isBlank() || words.length() > LONGEST || from.length() > LONGEST_ADDRESS)
            throw new IllegalArgumentException("a letter of %d characters, to be answered to %d".formatted(words.length(), from.length()));
        make();
        return with(c -> {
            if (Database.number(c, "select count(*) from letter where done = 0") >= MOST) return Optional.<Long>empty();
            return Optional.of(Database.insert(c, "insert into letter (at, about, record, words, sender, done) values (?, ?, ?, ?, ?, 0)",
                    at.toString(), about.name(), record.value(), words, from));
        });
    }

    /// The letters, the newest first.
    ///
    /// @param all those that are done too
    public List<Letter> list(boolean all) {
        if (!Files.exists(file)) return List.of();
        return with(c -> Database.list(c, "select number, at, about, record, words, sender, done from letter where done <= ? order by number desc",
                r -> new Letter(r.getLong(1), Instant.parse(r.getString(2)), About.valueOf(r.getString(3)),
                        new RecordId(r.getString(4)), r.getString(5), r.getString(6), r.getInt(7) == 1), all ? 1 : 0));
    }

    /// Marks a letter as dealt with, or as not; false where there is none of this number.
    public boolean done(long number, boolean done) {
        return Files.exists(file) && with(c -> Database.run(c, "update letter set done = ? where number = ?", done ? 1 : 0, number) == 1);
    }

    /// Destroys a letter; false where there is none of this number.
    public boolean forget(long number) {
        return Files.exists(file) && with(c -> Database.run(c, "delete from letter where number = ?", number) == 1);
    }

    private interface Work<T extends @Nullable Object> {
        T on(Connection c) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try {
            var c = source().getConnection();
            try {
                return in(c, work);
            } finally {
                Database.discard(c);
            }
        } catch (SQLException e) {
            throw new StorageFailed("Could not read or write " + file + ": " + e.getMessage(), e);
        }
    }

    private static <T> T in(Connection c, Work<T> work) throws SQLException {
        try (var s = c.createStatement()) {
            s.execute(
                    "create table if not exists letter (number integer primary key autoincrement, at text not null, about text not null, record text not "
                    + "null, words text not null, sender text not null, done integer not null) strict");
        }
        return work.on(c);
    }

    private void make() {
        if (Files.exists(file)) return;
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // another made it meanwhile
        } catch (IOException e) {
            throw new StorageFailed("Could not make " + file + ": " + e.getMessage(), e);
        }
    }

    private SQLiteDataSource source() {
        var config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
