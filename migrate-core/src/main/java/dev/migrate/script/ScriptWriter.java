package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.MigrateException;

/** Writes new revisions as files: all or nothing, and never over a file that is there. */
public final class ScriptWriter {

    private final Path directory;

    private final FileTemplate fileTemplate;

    private final ScriptTemplate scriptTemplate;

    /**
     * Creates a writer.
     *
     * @param directory where files go, which is created with the first one
     * @param fileTemplate how they are named
     * @param scriptTemplate what they look like
     */
    public ScriptWriter(Path directory, FileTemplate fileTemplate, ScriptTemplate scriptTemplate) {
        this.directory = directory;
        this.fileTemplate = fileTemplate;
        this.scriptTemplate = scriptTemplate;
    }

    /**
     * Writes a revision.
     *
     * @return the file, below the directory
     * @throws MigrateException if it would not be a valid script, if the file exists, or if it cannot be written
     */
    public Path write(NewRevision revision) {
        String script = scriptTemplate.render(revision);
        new WrittenScript(revision, scriptTemplate).check(script);
        Path file = directory.resolve(fileTemplate.path(revision));
        try {
            writeNew(file, script);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(
                    "The file " + file + " exists already",
                    List.of(),
                    "Nothing is overwritten. Choose another message or id, or put {revision} into `migrate.file-template`.",
                    e);
        } catch (IOException e) {
            throw new MigrateException(
                    "The file " + file + " cannot be written",
                    List.of(),
                    "Check `migrate.source-directory` and that this user may write there.",
                    e);
        }
    }

    private void writeNew(Path file, String script) throws IOException {
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
            Files.writeString(part, script);
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
