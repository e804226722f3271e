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
 * @param javaPackages where new Java revisions go, the first one counts; often none
 * @param sourceDirectory where new scripts are written
 * @param fileTemplate how their files are named, see {@link FileTemplate}
 * @param template a file to write them from, or {@code null} for the built-in form
 * @param run how a run behaves
 * @param backfills where backfills are, and how they run
 */
public record MigrateSettings(
        List<String> locations,
        List<String> javaPackages,
        Path sourceDirectory,
        String fileTemplate,
        @Nullable Path template,
        RunSettings run,
        BackfillSource backfills) {

    /** Copies the lists. */
    public MigrateSettings {
        locations = List.copyOf(locations);
        javaPackages = List.copyOf(javaPackages);
    }

    /** Creates settings that say nothing of backfills. */
    public MigrateSettings(
            List<String> locations,
            List<String> javaPackages,
            Path sourceDirectory,
            String fileTemplate,
            @Nullable Path template,
            RunSettings run) {
        this(locations, javaPackages, sourceDirectory, fileTemplate, template, run, BackfillSource.defaults());
    }

    /** Creates settings without packages for Java revisions. */
    public MigrateSettings(
            List<String> locations,
            Path sourceDirectory,
            String fileTemplate,
            @Nullable Path template,
            RunSettings run) {
        this(locations, List.of(), sourceDirectory, fileTemplate, template, run);
    }

    /** Returns the same with scripts at these locations. */
    public MigrateSettings withLocations(List<String> others) {
        return new MigrateSettings(others, javaPackages, sourceDirectory, fileTemplate, template, run, backfills);
    }

    /** Returns the same with another way to run. */
    public MigrateSettings withRun(RunSettings other) {
        return new MigrateSettings(locations, javaPackages, sourceDirectory, fileTemplate, template, other, backfills);
    }

    /** Returns the same with these packages for Java revisions. */
    public MigrateSettings withJavaPackages(List<String> packages) {
        return new MigrateSettings(locations, packages, sourceDirectory, fileTemplate, template, run, backfills);
    }

    /** Returns the same with these backfills. */
    public MigrateSettings withBackfills(BackfillSource other) {
        return new MigrateSettings(locations, javaPackages, sourceDirectory, fileTemplate, template, run, other);
    }

    /** Returns the folder of the Java packages: the one beside the resources of {@link #sourceDirectory()}. */
    public Path javaSourceDirectory() {
        Path folder = sourceDirectory;
        while (folder != null) {
            if (folder.endsWith("resources")) {
                return folder.resolveSibling("java");
            }
            folder = folder.getParent();
        }
        return Path.of("src/main/java");
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
