package dev.migrate.sample;

import java.util.List;
import javax.sql.DataSource;

import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.run.RunListener;
import dev.migrate.script.RevisionClasses;

/** The migrator that the application has, without the application. */
public final class SampleMigrator {

    private static final String PACKAGE = "dev.migrate.sample.revisions";

    private SampleMigrator() {}

    /** Returns one for a database. */
    public static Migrator of(DataSource database, RunListener... listeners) {
        RevisionClasses classes = new RevisionClasses(SampleMigrator.class.getClassLoader());
        return new Migrator(
                MigrateSettings.defaults(),
                database,
                new Extensions(List.of(), List.of(listeners), () -> classes.load(List.of(PACKAGE))));
    }
}
