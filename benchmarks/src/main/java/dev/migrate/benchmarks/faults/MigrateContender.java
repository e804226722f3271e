package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.dialect.Timeouts;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.Incomplete;
import dev.migrate.run.Resolution;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunSettings;
import dev.migrate.run.WhenAhead;

/** This project's engine, without Spring Boot around it. */
final class MigrateContender implements Contender {

    @Override
    public void write(Path folder, List<Change> changes) throws IOException {
        for (Change change : changes) {
            String parents = change.parents().stream()
                    .map(parent -> "r%05d".formatted(parent))
                    .collect(Collectors.joining(", "));
            String option = change.kind() == Change.Kind.OUTSIDE ? " transaction=false" : "";
            Files.writeString(
                    folder.resolve(change.name() + ".sql"),
                    "-- revision: " + change.name() + "\n" + (parents.isEmpty() ? "" : "-- revises: " + parents + "\n")
                            + "-- message: A change\n\n-- migrate:upgrade" + option + "\n"
                            + String.join(";\n", change.statements()) + ";\n");
        }
    }

    @Override
    public void run(Path folder, DataSource database, Runnable stepping) {
        RunListener listener = new RunListener() {
            private boolean told;

            @Override
            public void stepStarted(Step step) {
                if (!told) {
                    told = true;
                    stepping.run();
                }
            }
        };
        migrator(folder, database, listener).upgrade(Target.heads(), WhenAhead.ALLOW);
    }

    @Override
    public String applied() {
        return "SELECT revision FROM migrate_history WHERE event = 'applied' ORDER BY id";
    }

    @Override
    public void repair(Path folder, DataSource database) {
        Migrator migrator = migrator(folder, database, new RunListener() {});
        for (Incomplete open : migrator.status().incomplete()) {
            migrator.resolve(open.revision(), Resolution.NOT_APPLIED);
        }
    }

    private static Migrator migrator(Path folder, DataSource database, RunListener listener) {
        MigrateSettings plain = MigrateSettings.defaults();
        RunSettings run = plain.run();
        // Statements of these histories may take longer than an application's.
        Timeouts timeouts = new Timeouts(run.timeouts().lock(), Duration.ofMinutes(5));
        return new Migrator(
                plain.withLocations(List.of("file:" + folder)).withRun(run.withTimeouts(timeouts)),
                database,
                new Extensions(List.of(), List.of(listener), List::of));
    }
}
