package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import dev.migrate.error.MigrateException;

/** A file that appears as a whole, never over one that is there, and never outside of its folder. */
final class NewFile {

    private NewFile() {}

    /**
     * Writes it.
     *
     * @param directory where files may go, which is created with the first one
     * @param file below the directory
     */
    static void write(Path directory, Path file, String content) throws IOException {
        Files.createDirectories(directory.toAbsolutePath());
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(directory.toRealPath())) {
            throw new MigrateException(
                    "The file " + file + " would lie outside of " + directory,
                    "A symbolic link leads out of the folder of revisions; remove it or change `migrate.file-template`.");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        // Hidden, so that a start meanwhile does not load half a script.
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, content);
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
