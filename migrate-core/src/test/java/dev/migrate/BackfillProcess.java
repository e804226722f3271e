package dev.migrate;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.ThrottleSettings;

/** A process that takes part in a backfill until it has finished or is killed. */
final class BackfillProcess {

    private BackfillProcess() {}

    public static void main(String[] arguments) {
        Backfills backfills = BackfillSample.of(
                new DriverManagerDataSource(arguments[0]),
                Path.of(arguments[1]),
                new BackfillSettings(
                        Duration.ofMillis(Long.parseLong(arguments[2])),
                        20,
                        200,
                        0.05,
                        Duration.ofSeconds(2),
                        50,
                        ThrottleSettings.defaults()));
        backfills.join("count", new BackfillListener() {}, () -> false);
    }
}
