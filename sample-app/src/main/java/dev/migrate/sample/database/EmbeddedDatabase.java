package dev.migrate.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import dev.migrate.error.MigrateException;

/**
 * The application's own PostgreSQL in a directory, shared by every process that opens the same directory: the first
 * one starts it, the last one stops it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Path directory;
    private final Path user;
    private final String url;

    private EmbeddedDatabase(Path directory, Path user, String url) {
        this.directory = directory;
        this.user = user;
        this.url = url;
    }

    static EmbeddedDatabase open(Path configured) {
        try {
            // The real path is how the server will name its data, and that is how it is recognised.
            return openReal(Files.createDirectories(configured).toRealPath());
        } catch (IOException | SQLException | RuntimeException e) {
            throw new MigrateException(
                    "The embedded PostgreSQL in " + configured.toAbsolutePath() + " could not be started",
                    List.of(e.toString()),
                    "Set SPRING_DATASOURCE_URL to use another server. What this one says, it writes into " + Server.LOG
                            + " there.",
                    e);
        }
    }

    private static EmbeddedDatabase openReal(Path directory) throws IOException, SQLException {
        try (DirectoryLock lock = lock(directory)) {
            Postmaster postmaster = new Server(directory).findOrStart();
            postmaster.createDatabaseIfMissing();
            log.info("Embedded PostgreSQL at {}, data in {}", postmaster.url(), directory);
            return new EmbeddedDatabase(directory, users(directory).register(), postmaster.url());
        }
    }

    private static Users users(Path directory) {
        return new Users(directory.resolve("users"));
    }

    private static DirectoryLock lock(Path directory) throws IOException {
        return DirectoryLock.acquire(directory.resolve("lock"));
    }

    @Override
    public String getUsername() {
        return Postmaster.USER;
    }

    /** None: the server listens on the loopback interface only and trusts who comes from there. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public void close() throws IOException {
        try (DirectoryLock lock = lock(directory)) {
            if (users(directory).leave(user)) {
                new Server(directory).stop();
            }
        }
    }
}
