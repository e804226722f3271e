package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.slf4j.LoggerFactory;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Finding;
import dev.migrate.dialect.Finding.Answer;
import dev.migrate.dialect.Probe;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;

/** Runs a statement of which the catalog tells how far it came: takes up what is there, cleans up what is useless, looks again behind it. */
final class ProbedStatement {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Who is to end has no time to wait for others; the next run cleans up as well. */
    static final int HURRY_SECONDS = 5;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    /** What is cleaned up so often and is still there will be there the next time, too. */
    private static final int CLEANINGS = 3;

    private final Connection connection;

    private final Dialect dialect;

    private final RunListener listener;

    private final Step step;

    private final RunStop stop;

    ProbedStatement(Session session, RunListener listener, Step step, RunStop stop) {
        this.stop = stop;
        this.connection = session.connection();
        this.dialect = session.dialect();
        this.listener = listener;
        this.step = step;
    }

    /**
     * Makes the statement true.
     *
     * @param begun whether a run has begun the statement before
     */
    void run(SqlStatement sql, Probe probe, boolean begun) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("A transaction of our own would keep the statement waiting for ever");
        }
        try {
            if (isDone(probe, begun)) {
                return;
            }
            List<String> others = probe.prepare(connection);
            if (!others.isEmpty()) {
                listener.warning(
                        "Revision " + step.revision().id() + " may have to wait for " + String.join("; ", others));
            }
            execute(sql.sql());
        } catch (SQLException e) {
            cleanUp(probe, e);
            throw e instanceof FailedPart ? e : FailedPart.refused(sql, e);
        }
        if (!probe.holds(connection)) {
            throw new MigrateException(
                    "The statement ended without a failure, but the database does not have what it was to make",
                    List.of("statement " + sql.place().number() + " of revision "
                            + step.revision().id()),
                    "Look whether somebody else changed it at the same time, then run again.",
                    null);
        }
    }

    /** Brings the database to where the statement can run, if it has to. */
    private boolean isDone(Probe probe, boolean begun) throws SQLException {
        for (int cleanings = 0; ; cleanings++) {
            Finding finding = settled(probe);
            if (finding.answer() == Answer.DONE && (begun || probe.adoptable())) {
                listener.notice(
                        step,
                        begun
                                ? "the interrupted statement had taken effect"
                                : "what the statement makes is there already, and the same");
                return true;
            }
            if (finding.answer() == Answer.DIFFERENT) {
                throw new MigrateException(
                        finding.about(),
                        finding.details(),
                        "Drop or rename what is there, or correct the script; then run again.",
                        null);
            }
            if (finding.remedy().isEmpty()) {
                return false;
            }
            if (cleanings == CLEANINGS) {
                throw new MigrateException(
                        "Dropped and there again: " + finding.about(), "Drop it by hand, then run again.");
            }
            boolean half = finding.answer() == Answer.HALF_DONE;
            listener.notice(step, finding.about() + (half ? "; that is finished now" : "; it is dropped now"));
            probe.prepare(connection);
            remedy(finding);
            if (half) {
                return true;
            }
        }
    }

    /** Waits until nobody else is at it. */
    private Finding settled(Probe probe) throws SQLException {
        long reported = 0;
        while (true) {
            Finding finding = probe.look(connection);
            if (finding.answer() != Answer.RUNNING) {
                return finding;
            }
            if (reported == 0 || System.nanoTime() - reported >= REPORT_EVERY.toNanos()) {
                reported = System.nanoTime();
                listener.notice(step, finding.about() + "; waiting for it");
            }
            stop.pause(LOOK_EVERY);
        }
    }

    private void remedy(Finding finding) throws SQLException {
        for (String statement : finding.remedy()) {
            execute(statement);
        }
    }

    /** What a failure leaves is of no use to anybody, and an invalid unique index would go on refusing rows. */
    private void cleanUp(Probe probe, SQLException failure) {
        if (dialect.explain(failure).kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return;
        }
        try {
            Finding finding = probe.look(connection);
            if (finding.answer() == Answer.DEBRIS) {
                drop(finding);
            }
        } catch (SQLException e) {
            // The next run finds it and cleans up.
            LoggerFactory.getLogger(ProbedStatement.class).debug("What the failure left is still there", e);
        }
    }

    private void drop(Finding finding) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(stop.isRequested() ? HURRY_SECONDS : 0);
            for (String sql : finding.remedy()) {
                statement.execute(sql);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            stop.run(statement, () -> statement.execute(sql));
        }
    }
}
