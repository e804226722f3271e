package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.flywaydb.core.Flyway;

/** Flyway's open edition, which has no way back. */
final class FlywayContestant implements Contestant {

    @Override
    public void write(Path folder, int revisions) throws IOException {
        for (int number = 1; number <= revisions; number++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "V%05d__create_a_table.sql", number)),
                    Statements.text(Statements.up(number)));
        }
    }

    @Override
    public boolean does(Kind kind) {
        return kind != Kind.ROLL_BACK;
    }

    @Override
    public int call(Call call) {
        Kind kind = call.work().kind();
        Flyway flyway = Flyway.configure()
                .dataSource(call.database())
                .locations("filesystem:" + call.folder())
                .group(kind == Kind.ONE_TRANSACTION)
                .load();
        if (kind == Kind.LIST) {
            return flyway.info().all().length;
        }
        flyway.migrate();
        return 0;
    }
}
