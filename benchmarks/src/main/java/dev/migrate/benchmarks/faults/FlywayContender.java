package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Flyway's open edition with the lock that its manual recommends for concurrent indexes; with the default one they never end. */
final class FlywayContender implements Contender {

    @Override
    public void write(Path folder, List<Change> changes) throws IOException {
        for (Change change : changes) {
            String file = "V%05d__a_change.sql".formatted(change.number());
            Files.writeString(folder.resolve(file), String.join(";\n", change.statements()) + ";\n");
            if (change.kind() == Change.Kind.OUTSIDE) {
                Files.writeString(folder.resolve(file + ".conf"), "executeInTransaction=false\n");
            }
        }
    }

    @Override
    public void run(Path folder, DataSource database, Runnable stepping) {
        flyway(folder, database).migrate();
    }

    @Override
    public String applied() {
        return "SELECT 'r' || version FROM flyway_schema_history WHERE success AND version <> '0' ORDER BY installed_rank";
    }

    @Override
    public void repair(Path folder, DataSource database) {
        flyway(folder, database).repair();
    }

    private static Flyway flyway(Path folder, DataSource database) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0");
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.load();
    }
}
