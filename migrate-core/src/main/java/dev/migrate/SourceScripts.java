package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

/** The folder where new scripts are written, which may be ahead of the build that writes them. */
final class SourceScripts {

    private final Path folder;

    private final AssumedDialect dialect;

    SourceScripts(Path folder, AssumedDialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    /** Returns those of the folder that a build lacks. */
    List<RevisionScript> unbuilt(ScriptDirectory built) {
        return new ScriptLoader(SourceScripts.class.getClassLoader())
                        .find(List.of("file:" + folder), List.of())
                        .scripts(dialect.get().lexicalRules())
                        .stream()
                        .filter(script -> !built.graph().contains(script.id()))
                        .toList();
    }

    /**
     * Refuses to go on where a new script would begin a branch beside one that is only not built yet.
     *
     * @throws MigrateException if the build lacks a script of the folder
     */
    void checkBuilt(ScriptDirectory built) {
        List<RevisionScript> unbuilt = unbuilt(built);
        if (!unbuilt.isEmpty()) {
            throw new MigrateException(
                    "This build lacks revisions that " + folder + " holds: a new one would not follow them",
                    unbuilt.stream()
                            .map(script -> script.id() + " at " + script.path())
                            .toList(),
                    "Build the application, then run the command again.",
                    null);
        }
    }
}
