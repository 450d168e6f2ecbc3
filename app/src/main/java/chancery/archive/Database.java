package chancery.archive;

import chancery.archive.ArchiveFailure.NotAnArchive;
import chancery.archive.ArchiveFailure.StorageFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// `archive.db`: one connection that writes, guarded, and a few that read. Write-ahead log, `synchronous=FULL`.
///
/// Reads see the state at their beginning and never wait for a writer. Safe to share between threads.
final class Database implements AutoCloseable {
    /// The schema this program writes; the number of the last migration.
    static final int SCHEMA = 7;
    private static final int READERS = 4;
    /// Texts are a few kilobytes: larger pages leave less of them empty.
    private static final int PAGE_BYTES = 16_384;

    /// Work on a connection.
    interface Work<T extends @Nullable Object> {
        T on(Connection c) throws SQLException;
    }

    /// Work on a connection that gives nothing back.
    interface Deed {
        void on(Connection c) throws SQLException;
    }

    /// A row's value.
    interface Row<T extends @Nullable Object> {
        T of(ResultSet r) throws SQLException;
    }

    private static final Map<Connection, Map<String, PreparedStatement>> READY = new ConcurrentHashMap<>(); // a connection serves one thread at a time
    private final Path file;
    private final SQLiteDataSource source;
    private final ReentrantLock writing = new ReentrantLock();
    private final LinkedBlockingDeque<Connection> readers = new LinkedBlockingDeque<>();
    private final java.util.concurrent.Semaphore seats = new java.util.concurrent.Semaphore(READERS);
    private @Nullable Connection writer;

    private Database(Path file) {
        this.file = file;
        this.source = source(file);
    }

    /// Opens a database that exists; brings an older one to the present schema.
    ///
    /// @throws NotAnArchive  where the file is none of ours, or was made by a newer version
    /// @throws StorageFailed where it cannot be read
    static Database open(Path file) {
        if (!Files.isRegularFile(file))
            throw new NotAnArchive("There is no archive in " + file.getParent() + ": it has no " + file.getFileName() + ". Make one with `chancery init`.");
        var db = new Database(file);
        var schema = db.schema();
        if (schema > SCHEMA)
            throw new NotAnArchive("The archive in " + file.getParent() + " was made by a newer version of Chancery (its format is "
                    + schema + ", ours is " + SCHEMA + "). Use that version or a later one.");
        if (schema < SCHEMA) db.migrate();
        return db;
    }

    /// Makes a new database.
    static Database make(Path file) {
        var db = new Database(file);
        db.shape();
        db.migrate();
        return db;
    }

    /// Reads; what is read belongs to one moment.
    <T extends @Nullable Object> T read(Work<T> work) {
        seats.acquireUninterruptibly();
        Connection c = null;
        try {
            c = readers.pollFirst();
            if (c == null) {
                c = source.getConnection();
                c.setAutoCommit(false);
            }
            var result = work.on(c);
            c.rollback();
            readers.addFirst(c);
            c = null;
            return result;
        } catch (SQLException e) {
            throw failed("read", e);
        } finally {
            if (c != null) discard(c);
            seats.release();
        }
    }

    /// Changes, all or nothing; when it returns, the change has reached the disk.
    <T extends @Nullable Object> T write(Work<T> work) {
        writing.lock();
        try {
            var c = writer();
            try {
                try (var s = c.createStatement()) {
                    s.execute("begin immediate");
                }
                var result = work.on(c);
                try (var s = c.createStatement()) {
                    s.execute("commit");
                }
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                try (var s = c.createStatement()) {
                    s.execute("rollback");
                } catch (SQLException none) {
                    e.addSuppressed(none);
                }
                if (e instanceof SQLException sql) throw failed("write", sql);
                if (e instanceof RuntimeException run) throw run;
                throw (Error) e;
            }
        } catch (SQLException e) {
            throw failed("open", e);
        } finally {
            writing.unlock();
        }
    }

    /// Changes, all or nothing, with nothing to give back.
    void change(Deed deed) {
        this.<@Nullable Void>write(c -> {
            deed.on(c);
            return null;
        });
    }

    /// Copies a moment of the whole database to a new file, while others read and write.
    void copyTo(Path to) {
        try (var c = source.getConnection(); var s = c.createStatement()) {
            s.execute("vacuum into '" + to.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw failed("copy", e);
        }
    }

    /// What the database itself finds wrong with its file; empty when nothing.
    List<String> faults() {
        return read(c -> {
            var faults = new ArrayList<String>();
            for (var line : list(c, "pragma integrity_check", r -> r.getString(1))) if (!line.equals("ok")) faults.add("archive.db: " + line);
            for (var line : list(c, "pragma foreign_key_check", r -> r.getString(1) + " row " + r.getLong(2) + " points to a missing " + r.getString(3)))
                faults.add("archive.db: " + line);
            return faults;
        });
    }

    @Override
    public void close() {
        for (var c = readers.pollFirst(); c != null; c = readers.pollFirst()) discard(c);
        writing.lock();
        try {
            if (writer != null) {
                try (var s = writer.createStatement()) {
                    s.execute("pragma optimize");
                    s.execute("pragma wal_checkpoint(truncate)");
                } catch (SQLException e) {
                    // another process reads or writes: its last close does this
                }
                discard(writer);
                writer = null;
            }
        } finally {
            writing.unlock();
        }
    }

    /// All rows.
    static <T> List<T> list(Connection c, String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return with(c, sql, values, s -> {
            try (var r = s.executeQuery()) {
                var rows = new ArrayList<T>();
                while (r.next()) rows.add(row.of(r));
                return rows;
            }
        });
    }

    /// The first row; empty where there is none.
    static <T> Optional<T> first(Connection c, String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return with(c, sql, values, s -> {
            try (var r = s.executeQuery()) {
                return r.next() ? Optional.of(row.of(r)) : Optional.<T>empty();
            }
        });
    }

    /// The number that a query gives; 0 where it gives none.
    static long number(Connection c, String sql, @Nullable Object... values) throws SQLException {
        return first(c, sql, r -> r.getLong(1), values).orElse(0L);
    }

    /// Runs a statement; returns how many rows it changed.
    static int run(Connection c, String sql, @Nullable Object... values) throws SQLException {
        return with(c, sql, values, PreparedStatement::executeUpdate);
    }

    /// Runs an insert; returns the key it made.
    static long insert(Connection c, String sql, @Nullable Object... values) throws SQLException {
        return number(c, sql + " returning rowid", values);
    }

    private interface Use<T> {
        T of(PreparedStatement s) throws SQLException;
    }

    /// Uses a statement that the connection keeps ready. It is taken out while in use, so a row may ask again.
    private static <T> T with(Connection c, String sql, @Nullable Object[] values, Use<T> use) throws SQLException {
        var ready = READY.computeIfAbsent(c, _ -> new HashMap<>());
        var s = ready.remove(sql);
        if (s == null) s = c.prepareStatement(sql);
        try {
            for (var i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
            var result = use.of(s);
            s.clearParameters();
            var other = ready.put(sql, s);
            s = null;
            if (other != null) other.close();
            return result;
        } finally {
            if (s != null) s.close();
        }
    }

    private Connection writer() throws SQLException {
        if (writer == null) writer = source.getConnection();
        return writer;
    }

    private int schema() {
        return read(c -> (int) number(c, "pragma user_version"));
    }

    /// Gives a new file its page size, which can only be chosen before anything is written, the mode of the log among that.
    private void shape() {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + file); var s = c.createStatement()) {
            s.execute("pragma page_size=" + PAGE_BYTES);
            s.execute("pragma journal_mode=wal");
        } catch (SQLException e) {
            throw failed("make", e);
        }
    }

    private void migrate() {
        Flyway.configure().dataSource(source).locations("classpath:chancery/archive/migrations").baselineOnMigrate(false).load().migrate();
        try (var c = source.getConnection(); var s = c.createStatement()) {
            s.execute("pragma user_version=" + SCHEMA);
        } catch (SQLException e) {
            throw failed("make", e);
        }
    }

    private StorageFailed failed(String what, SQLException e) {
        return new StorageFailed("Could not " + what + " " + file + ": " + why(String.valueOf(e.getMessage())), e);
    }

    private static String why(String said) {
        if (said.contains("SQLITE_FULL")) return "the disk is full. Make room and try again; nothing of this step was written.";
        if (said.contains("SQLITE_READONLY"))
            return "permission to write in its folder is missing, which even a reader of it needs. Copy the archive to where you may write, or ask for "
                    + "permission.";
        if (said.contains("SQLITE_NOTADB") || said.contains("SQLITE_CORRUPT"))
            return "it is no database, or a damaged one. Take the archive from a backup with `chancery restore`.";
        if (said.contains("SQLITE_BUSY")) return "another program holds it. Try again when that has ended.";
        return said;
    }

    static void discard(Connection c) {
        READY.remove(c);
        try {
            c.close();
        } catch (SQLException e) {
            // nothing was pending on it
        }
    }

    private static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        config.setCacheSize(-16_000);
        config.setGetGeneratedKeys(false); // an insert says itself what it made
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
