package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.run.RunSettings;
import dev.migrate.script.FileTemplate;

/**
 * Everything that can be configured.
 *
 * @param locations where scripts are, {@code classpath:} or {@code file:}
 * @param sourceDirectory where new scripts are written
 * @param fileTemplate how their files are named, see {@link FileTemplate}
 * @param template a file to write them from, or {@code null} for the built-in form
 * @param run how a run behaves
 */
public record MigrateSettings(
        List<String> locations,
        Path sourceDirectory,
        String fileTemplate,
        @Nullable Path template,
        RunSettings run) {

    /** Copies the list. */
    public MigrateSettings {
        locations = List.copyOf(locations);
    }

    /** Returns what an application gets that configures nothing. */
    public static MigrateSettings defaults() {
        return new MigrateSettings(
                List.of("classpath:db/revisions"),
                Path.of("src/main/resources/db/revisions"),
                FileTemplate.DEFAULT,
                null,
                RunSettings.defaults());
    }
}
