package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.benchmarks.faults.Change.Kind;
import dev.migrate.benchmarks.faults.LockRow.Waits;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows that need processes, for migrate: short ones, or all that the reliability reference promises with {@code -Pfaults}. */
@SuppressWarnings("NullAway.Init")
class FaultRowTests {

    /** What goes through SLF4J is not seen in this module. */
    private static final System.Logger LOG = System.getLogger(FaultRowTests.class.getName());

    private static final boolean WHOLE = Boolean.getBoolean("migrate.faults.whole");

    /** A start that takes longer on a busy machine is not stuck. */
    private static final long PATIENCE = 180;

    private static final long HOURS = 36_000;

    private static FaultServer server;

    /** Of all rows, so that what a process starts faster with is made once. */
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        server = FaultServer.open(System.getenv("MIGRATE_TEST_POSTGRESQL_URL"));
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @Test
    void killedRunsEndAsIfNothingHadHappened() throws Exception {
        long seed = Long.getLong("migrate.faults.seed", System.nanoTime());
        LOG.log(Level.INFO, "-Dmigrate.faults.seed={0}", Long.toString(seed));
        List<Change> changes = Changes.mixed(WHOLE ? 500 : 30);
        Tally tally =
                new KillRow(launcher(changes), Tool.MIGRATE, changes, server, limits()).run(seed, WHOLE ? 2_000 : 15);
        assertClean(tally, "-Dmigrate.faults.seed=" + seed);
    }

    @Test
    void processesThatStartAtOnceAreAllReady() throws Exception {
        List<Change> changes = Changes.plain(10);
        Tally tally = new CrowdRow(launcher(changes), Tool.MIGRATE, changes, server, limits())
                .run(WHOLE ? 100 : 1, WHOLE ? 50 : 6);
        assertClean(tally, "many starts");
    }

    @Test
    void processesThatWaitDoNotDisturbAConcurrentIndex() throws Exception {
        List<Change> changes = Changes.aroundAnIndex();
        Tally tally = new CrowdRow(launcher(changes), Tool.MIGRATE, changes, server, limits())
                .run(WHOLE ? 100 : 1, WHOLE ? 12 : 5);
        assertClean(tally, "starts around an index");
    }

    @ParameterizedTest
    @EnumSource
    void statementThatOutlivesItsProcessTakesEffectOnce(Kind kind) throws Exception {
        List<Change> changes = Changes.slow(kind, WHOLE ? 8 : 2);
        Tally tally = new OrphanRow(launcher(changes), Tool.MIGRATE, changes, server, limits())
                .run(WHOLE ? 100 : 1, WHOLE ? 15 : 1);
        assertClean(tally, kind.name());
    }

    @Test
    void queriesOnABusyTableDoNotWaitForWhoeverIsInTheWay() throws Exception {
        int seconds = WHOLE ? 20 : 6;
        LockRow row = new LockRow(server, limits());

        Waits waits = row.measure(Tool.MIGRATE, launcher(LockRow.changes()), seconds);

        // The plain statement makes them wait for all of it.
        assertThat(waits.longest()).isLessThan(seconds * 750_000_000L);
    }

    @Test
    void killedBackfillsProcessEveryRowOnce() throws Exception {
        long seed = Long.getLong("migrate.faults.seed", System.nanoTime());
        LOG.log(Level.INFO, "-Dmigrate.faults.seed={0}", Long.toString(seed));
        Launcher launcher = new Launcher(Tool.MIGRATE, BackfillChild.class, folder, shared.resolve("backfill.jsa"));
        Tally often = new BackfillRow(launcher, server, limits()).run(seed, 2_000, WHOLE ? 300 : 8);
        assertClean(often, "few rows, -Dmigrate.faults.seed=" + seed);
        Tally many = new BackfillRow(launcher, server, limits()).run(seed, WHOLE ? 1_000_000 : 20_000, WHOLE ? 400 : 8);
        assertClean(many, "many rows, -Dmigrate.faults.seed=" + seed);
    }

    private static void assertClean(Tally tally, String title) {
        LOG.log(Level.INFO, tally.line(title, Tool.MIGRATE));
        assertThat(tally.isClean())
                .as(tally.line(title, Tool.MIGRATE) + "\n" + tally.details())
                .isTrue();
        assertThat(tally.get(Tally.Count.FAULTS)).isPositive();
        assertThat(tally.get(Tally.Count.RUNS)).isPositive();
    }

    private static Limits limits() {
        return Limits.of(PATIENCE, HOURS);
    }

    private Launcher launcher(List<Change> changes) throws IOException {
        Tool.MIGRATE.contender().write(folder, changes);
        return new Launcher(Tool.MIGRATE, Child.class, folder, shared.resolve("child.jsa"));
    }
}
