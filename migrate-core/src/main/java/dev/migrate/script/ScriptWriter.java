package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;

/** Writes new revisions as files: all or nothing, and never over a file that is there. */
public final class ScriptWriter {

    private final Path directory;

    private final FileTemplate fileTemplate;

    private final ScriptTemplate scriptTemplate;

    private final LexicalRules rules;

    /** Creates a writer of scripts for PostgreSQL. */
    public ScriptWriter(Path directory, FileTemplate fileTemplate, ScriptTemplate scriptTemplate) {
        this(directory, fileTemplate, scriptTemplate, LexicalRules.postgresql());
    }

    /**
     * Creates a writer.
     *
     * @param directory where files go, which is created with the first one
     * @param fileTemplate how they are named
     * @param scriptTemplate what they look like
     * @param rules by which they will be read
     */
    public ScriptWriter(Path directory, FileTemplate fileTemplate, ScriptTemplate scriptTemplate, LexicalRules rules) {
        this.directory = directory;
        this.fileTemplate = fileTemplate;
        this.scriptTemplate = scriptTemplate;
        this.rules = rules;
    }

    /**
     * Writes a revision.
     *
     * @return the file, below the directory
     * @throws MigrateException if it would not be a valid script, if the file exists, or if it cannot be written
     */
    public Path write(NewRevision revision) {
        String script = scriptTemplate.render(revision);
        new WrittenScript(revision, scriptTemplate, rules).check(script);
        Path file = directory.resolve(fileTemplate.path(revision));
        try {
            NewFile.write(directory, file, script);
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
}
