package dev.migrate.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The processes that use the server, one file each in a directory: the last one stops it. Call it with the
 * {@link DirectoryLock} held.
 */
final class Users {

    private final Path directory;

    Users(Path directory) {
        this.directory = directory;
    }

    Path register() throws IOException {
        Files.createDirectories(directory);
        return Files.createFile(directory.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID()));
    }

    /** Forgets a user, and those that died without a word; tells whether nobody is left. */
    boolean leave(Path user) throws IOException {
        Files.deleteIfExists(user);
        boolean empty = true;
        for (Path other : others()) {
            if (isAlive(other)) {
                empty = false;
            } else {
                Files.deleteIfExists(other);
            }
        }
        return empty;
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static boolean isAlive(Path user) {
        String name = String.valueOf(user.getFileName());
        // A process that was killed and that nobody waited for still has its number, but no command.
        return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
