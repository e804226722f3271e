package dev.migrate.sample.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/** Starts the PostgreSQL of a directory unless it runs already. Call it with the {@link DirectoryLock} held. */
final class Server {

    static final String LOG = "postgresql.log";

    private static final Duration STARTUP = Duration.ofMinutes(1);

    private final Path directory;
    private final Path data;

    Server(Path directory) {
        this.directory = directory;
        this.data = directory.resolve("postgresql");
    }

    Postmaster findOrStart() throws IOException {
        Optional<Postmaster> running = Postmaster.of(data);
        if (running.isPresent()) {
            return running.get();
        }
        start();
        return Postmaster.of(data).orElseThrow(() -> new IOException("the server stopped as soon as it was started"));
    }

    void stop() throws IOException {
        Optional<Postmaster> running = Postmaster.of(data);
        if (running.isPresent()) {
            running.get().stop();
        }
    }

    private void start() throws IOException {
        Path initializing = directory.resolve("initializing");
        if (Files.exists(initializing)) {
            // Somebody was killed half-way through initdb, which refuses a directory that is not empty.
            FileSystemUtils.deleteRecursively(data);
        }
        if (Files.notExists(data)) {
            Files.writeString(initializing, "");
        }
        // The library's own lock would outlive a server of ours that was killed.
        Files.deleteIfExists(data.resolve("epg-lock"));
        launch(Redirect.appendTo(directory.resolve(LOG).toFile()));
        Files.deleteIfExists(initializing);
    }

    // The library's handle is not kept: who stops the server need not be the process that started it.
    private void launch(Redirect log) throws IOException {
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library trades durability for speed, and this data is meant to stay.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }
}
