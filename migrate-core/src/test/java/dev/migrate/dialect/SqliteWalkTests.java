package dev.migrate.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.run.RunSettings;
import dev.migrate.schema.Schema;
import dev.migrate.testing.OperationHistory;
import dev.migrate.testing.RandomOperations;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteWalkTests {

    private static final int WALKS = 200;

    private static final int REVISIONS = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyWalkComesBackTheWayItWent() {
        for (int seed = 0; seed < WALKS; seed++) {
            walk(seed);
        }
    }

    private void walk(int seed) {
        OperationHistory history = new OperationHistory(TestDatabases.sqlite(folder), RunSettings.defaults());
        RandomOperations operations = new RandomOperations(new Random(seed));
        List<Schema> seen = new ArrayList<>(List.of(history.inspect()));
        for (int i = 1; i <= REVISIONS; i++) {
            history.revision("r" + i, op -> {
                operations.next(op);
                operations.next(op);
            });
            history.upgrade("r" + i);
            seen.add(history.inspect());
        }
        for (int i = REVISIONS - 1; i >= 0; i--) {
            history.downgrade("-1");
            assertThat(history.inspect()).as("seed %d, below r%d", seed, i + 1).isEqualTo(seen.get(i));
        }
        history.upgrade("heads");
        assertThat(history.inspect()).as("seed %d, up again", seed).isEqualTo(seen.get(REVISIONS));
    }
}
