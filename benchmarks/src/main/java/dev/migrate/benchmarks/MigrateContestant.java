package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.revision.Target;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TransactionMode;

/** This project's engine, without Spring Boot around it. */
final class MigrateContestant implements Contestant {

    @Override
    public void write(Path folder, int revisions) throws IOException {
        Scripts.write(folder, revisions);
    }

    @Override
    public boolean does(Kind kind) {
        return true;
    }

    @Override
    public int call(Call call) {
        Kind kind = call.work().kind();
        Migrator migrator = new Migrator(settings(call.folder(), kind), call.database());
        switch (kind) {
            case LIST -> {
                return migrator.overview().revisions().size();
            }
            case ROLL_BACK -> migrator.downgrade(Target.parse("-" + call.work().count()));
            default -> migrator.upgrade(Target.heads());
        }
        return 0;
    }

    private static MigrateSettings settings(Path folder, Kind kind) {
        TransactionMode mode = kind == Kind.ONE_TRANSACTION ? TransactionMode.SINGLE : TransactionMode.PER_REVISION;
        return MigrateSettings.defaults()
                .withLocations(List.of("file:" + folder))
                .withRun(RunSettings.defaults().withTransaction(mode));
    }
}
