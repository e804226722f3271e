package dev.migrate.dialect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An open write transaction on a second, tiny database beside the real one, {@code <file>-migrate-lock}: the operating system
 * ends it with the process, and readers of the real database never notice. A database in memory belongs to its process and has
 * none.
 */
final class SqliteLock implements MigrationLock {

    private final Connection connection;

    private @Nullable Connection held;

    SqliteLock(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        Path file = file();
        if (file == null) {
            return true;
        }
        Connection lock = open(file);
        try (Statement statement = lock.createStatement()) {
            // Nothing in it must outlive a crash, so nothing waits for the disk.
            statement.execute("PRAGMA synchronous = OFF");
            if (begin(lock)) {
                nameHolder(lock);
                if (begin(lock)) {
                    held = lock;
                    return true;
                }
            }
            lock.close();
            return false;
        } catch (SQLException e) {
            lock.close();
            // Somebody reads who the holder is, or was, at this moment.
            if (isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean release() throws SQLException {
        Connection lock = held;
        held = null;
        if (lock != null) {
            lock.close();
        }
        return true;
    }

    @Override
    public boolean isHeld() throws SQLException {
        return held != null || file() == null;
    }

    @Override
    public @Nullable LockHolder holder() throws SQLException {
        Path file = file();
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try (Connection lock = open(file)) {
            return begin(lock) ? null : read(lock);
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0");
    }

    /** Tries to become the one that may write. */
    private static boolean begin(Connection lock) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            return true;
        } catch (SQLException e) {
            if (isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isBusy(SQLException failure) {
        return new SqliteFailures().explain(failure).kind() == DatabaseFailure.Kind.RETRYABLE;
    }

    /** Others see it only after a commit, which gives the lock away for a moment. */
    private static void nameHolder(Connection lock) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS holder (pid integer, user_name text, since integer)");
            statement.execute("DELETE FROM holder");
        }
        try (PreparedStatement insert = lock.prepareStatement("INSERT INTO holder VALUES (?, ?, ?)")) {
            insert.setLong(1, ProcessHandle.current().pid());
            insert.setString(2, System.getProperty("user.name"));
            insert.setLong(3, System.currentTimeMillis());
            insert.executeUpdate();
        }
        try (Statement statement = lock.createStatement()) {
            statement.execute("COMMIT");
        }
    }

    private LockHolder read(Connection lock) throws SQLException {
        try (Statement statement = lock.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid, user_name, since FROM holder")) {
            if (!row.next()) {
                return new LockHolder("a process", "", "", null, activity());
            }
            return new LockHolder(
                    "pid " + row.getLong(1),
                    row.getString(2),
                    "",
                    Instant.ofEpochMilli(row.getLong(3)),
                    row.getLong(3) + " " + activity());
        } catch (SQLException e) {
            // It is being named at this moment.
            return new LockHolder("a process", "", "", null, activity());
        }
    }

    /** Commits of others show in the data version, a transaction under way in the journal or the log beside the file. */
    private String activity() throws SQLException {
        Path file = database();
        String version = text("PRAGMA data_version");
        return file == null
                ? version
                : version + " "
                        + file.resolveSibling(file.getFileName() + "-journal")
                                .toFile()
                                .length() + " "
                        + file.resolveSibling(file.getFileName() + "-wal")
                                .toFile()
                                .lastModified();
    }

    private @Nullable Path file() throws SQLException {
        Path database = database();
        return database == null ? null : file(database);
    }

    /** Returns the file that is locked beside a database. */
    static Path file(Path database) {
        return database.resolveSibling(database.getFileName() + "-migrate-lock");
    }

    private @Nullable Path database() throws SQLException {
        String file = text("SELECT file FROM pragma_database_list WHERE name = 'main'");
        return file.isEmpty() ? null : Path.of(file);
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            String text = row.next() ? row.getString(1) : null;
            return text == null ? "" : text;
        }
    }
}
