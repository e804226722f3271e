package dev.migrate.faults;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** The server refuses any one of the statements of a run, for every reason that happens to people. */
@SuppressWarnings("NullAway.Init")
class SqlStateTests {

    /** Full disk and log, I/O error, too many locks, no memory, no connections, too slow, read-only, no privilege, … */
    private static final List<String> FINAL =
            List.of("53100", "58030", "53200", "53000", "53300", "57014", "25006", "42501", "0A000", "23505", "XX000");

    /** Somebody else was in the way. */
    private static final List<String> PASSING = List.of("55P03", "40P01", "40001");

    @TempDir
    Path folder;

    private ProbedHistory history;

    private long statements;

    @BeforeEach
    void undisturbedRun() {
        history = new ProbedHistory(folder, 5, ProbedHistory.Indexes.CONCURRENT);
        try (Workplace place = new Workplace(history)) {
            place.clear();
            RefusingSource source = new RefusingSource(place.database(), -1, "");
            place.migrator(source).upgrade(Target.heads());
            statements = source.statements();
        }
    }

    @Test
    void everyStatementMayBeRefused() throws Exception {
        assertThat(statements).isGreaterThan(20);
        Cases.of(statements * FINAL.size(), 80)
                .each(
                        () -> new Workplace(history),
                        (place, seed) -> refuse(place, seed / FINAL.size(), FINAL.get((int) (seed % FINAL.size()))));
    }

    @Test
    void whateverPassesIsTriedAgain() throws Exception {
        Cases.of(statements * PASSING.size(), 30).each(() -> new Workplace(history), (place, seed) -> {
            RefusingSource source = refuse(place, seed / PASSING.size(), PASSING.get((int) (seed % PASSING.size())));
            if (source.refused().contains("probe (revision) VALUES ('r")) {
                assertThat(source.statements()).as("statements sent").isGreaterThan(statements);
            }
        });
    }

    private static RefusingSource refuse(Workplace place, long statement, String sqlState) {
        place.clear();
        RefusingSource source = new RefusingSource(place.database(), statement, sqlState);
        String thrown = "nothing";
        try {
            place.migrator(source).upgrade(Target.heads());
        } catch (MigrateException e) {
            thrown = e.toString();
        }
        try {
            place.assertConsistent();
            place.assertCompletes();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    sqlState + " for " + source.refused() + ", thrown " + thrown + ": " + e.getMessage(), e);
        }
        return source;
    }
}
