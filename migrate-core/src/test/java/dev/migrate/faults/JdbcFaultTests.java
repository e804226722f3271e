package dev.migrate.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import dev.migrate.error.MigrateException;
import dev.migrate.faults.FaultySource.Moment;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** The k-th call of the driver fails, for every k and in every way. */
@SuppressWarnings("NullAway.Init")
class JdbcFaultTests {

    @TempDir
    Path folder;

    private ProbedHistory history;

    private long calls;

    @BeforeEach
    void undisturbedRun() throws Exception {
        history = new ProbedHistory(folder, 5, ProbedHistory.Indexes.CONCURRENT);
        try (Workplace place = new Workplace(history);
                FaultySource source = FaultySource.counting(place.database())) {
            place.clear();
            place.migrator(source).upgrade(Target.heads());
            calls = source.calls();
        }
    }

    @Test
    void everyCallMayFail() throws Exception {
        assertThat(calls).isGreaterThan(100);
        List<Way> ways = ways();
        Cases.of(calls * ways.size(), 200).each(() -> new Workplace(history), (place, seed) -> {
            Way way = ways.get((int) (seed % ways.size()));
            run(place, way, seed / ways.size());
        });
    }

    private static void run(Workplace place, Way way, long call) throws SQLException {
        place.clear();
        Throwable thrown = null;
        boolean interrupted;
        String what;
        try (FaultySource source = new FaultySource(
                place.database(), call, way.moment(), connection -> way.fault().strike(place, connection))) {
            try {
                place.migrator(source).upgrade(Target.heads());
            } catch (Throwable e) {
                thrown = e;
            } finally {
                interrupted = Thread.interrupted();
            }
            what = way.name() + " " + way.moment() + " call " + call + ", " + source.struck() + ", thrown " + thrown;
            assertThat(source.abandoned()).as("connections left open; %s", what).isZero();
        }
        try {
            if (thrown != null && !way.mayThrow().isInstance(thrown)) {
                assertThat(thrown).isInstanceOf(MigrateException.class);
            }
            assertThat(interrupted).as("interrupted").isEqualTo(way.interrupts());
            place.assertConsistent();
            place.assertCompletes();
        } catch (AssertionError | RuntimeException e) {
            if (thrown != null) {
                e.addSuppressed(thrown);
            }
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            ways.add(new Way("a lost connection", moment, MigrateException.class, JdbcFaultTests::lose));
            ways.add(new Way("a RuntimeException", moment, IllegalStateException.class, (place, connection) -> {
                throw new IllegalStateException("struck");
            }));
            ways.add(new Way("an Error", moment, AssertionError.class, (place, connection) -> {
                throw new AssertionError("struck");
            }));
            ways.add(new Way(
                    "an interrupt", moment, MigrateException.class, (place, connection) -> Thread.currentThread()
                            .interrupt()));
        }
        ways.add(new Way("an SQLException", Moment.BEFORE, MigrateException.class, (place, connection) -> {
            throw new SQLException("struck", "XX000");
        }));
        ways.add(new Way("pg_terminate_backend", Moment.BEFORE, MigrateException.class, JdbcFaultTests::terminate));
        return ways;
    }

    private static void lose(Workplace place, @Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.abort(Runnable::run);
        }
        throw new SQLException("struck", "08006");
    }

    private static void terminate(Workplace place, @Nullable Connection connection) throws SQLException {
        if (connection != null && !connection.isClosed()) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            place.jdbc().queryForList("SELECT pg_terminate_backend(?, 10000)", pid);
        }
    }

    /** How a call fails. */
    private record Way(String name, Moment moment, Class<? extends Throwable> mayThrow, Struck fault) {

        boolean interrupts() {
            return name.equals("an interrupt");
        }
    }

    /** What is done to the connection of a call, in one place. */
    @FunctionalInterface
    private interface Struck {
        void strike(Workplace place, @Nullable Connection connection) throws SQLException;
    }
}
