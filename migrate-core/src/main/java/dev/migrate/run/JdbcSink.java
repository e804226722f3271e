package dev.migrate.run;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Probe;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;

/** Sends a run to the database, all statements up to the next Java code in one round trip and the commit in another. */
final class JdbcSink implements StatementSink {

    private final Session session;

    private final TransactionMode mode;

    private final RunListener listener;

    private final RunStop stop;

    /** {@code null} where the session may outlive the run, or prepares nothing by SQL. */
    private final @Nullable PreparedForms prepared;

    private @Nullable Step step;

    /** The number of the part that a run has begun before, or 0. */
    private int begun;

    private Dialect.@Nullable Restoration settings;

    private boolean changed;

    /** Creates a sink for a few records, which nobody needs to stop. */
    JdbcSink(Session session, TransactionMode mode, RunListener listener) {
        this(session, mode, listener, new RunStop(), null);
    }

    /** Creates a sink for the steps of a run. */
    static JdbcSink forSteps(Run run, RunLock lock) {
        Session session = run.session();
        boolean prepares = session.dialect().preparesBySql() && session.endsWithConnection(lock.sessionId());
        return new JdbcSink(
                session,
                run.settings().transaction(),
                run.listener(),
                run.stop(),
                prepares ? new PreparedForms() : null);
    }

    private JdbcSink(
            Session session,
            TransactionMode mode,
            RunListener listener,
            RunStop stop,
            @Nullable PreparedForms prepared) {
        this.session = session;
        this.mode = mode;
        this.listener = listener;
        this.stop = stop;
        this.prepared = prepared;
    }

    @Override
    public void step(Step next, boolean changesSettings) throws SQLException {
        step = next;
        restoreSettings();
        if (settings == null && changesSettings) {
            settings = session.dialect().remember(session.connection());
        }
        changed = changesSettings;
        if (changed) {
            forgetPrepared();
        }
    }

    private void forgetPrepared() {
        if (prepared != null) {
            prepared.forget();
        }
    }

    /** Sets the session to what it was set to before the steps. */
    void restoreSettings() throws SQLException {
        if (settings != null && changed) {
            settings.restore();
            changed = false;
        }
    }

    /** Tells of a part that it was begun before, and nobody knows how far it came. */
    void begun(int number) {
        begun = number;
    }

    @Override
    public void transaction(List<? extends RunPart> parts) throws SQLException {
        if (mode == TransactionMode.PER_REVISION) {
            session.connection().setAutoCommit(false);
        }
        List<SqlStatement> waiting = new ArrayList<>();
        for (RunPart part : parts) {
            if (part instanceof SqlStatement statement) {
                waiting.add(statement);
            } else {
                sendAll(waiting);
                waiting = new ArrayList<>(take(part));
            }
        }
        sendAll(waiting);
        if (mode == TransactionMode.PER_REVISION) {
            session.connection().commit();
            session.connection().setAutoCommit(true);
        }
    }

    @Override
    public void alone(RunPart part) throws SQLException {
        if (part instanceof JavaCode
                || (part instanceof SqlOnSight && session.dialect().transactionalDdl())) {
            transaction(List.of(part));
            return;
        }
        Probe probe = LonePart.of(part, session.dialect()).probe();
        if (probe != null && step != null && part instanceof SqlStatement sql) {
            new ProbedStatement(session, listener, step, stop)
                    .run(sql, probe, begun == sql.place().number());
            return;
        }
        for (SqlStatement statement : take(part)) {
            execute(statement);
        }
    }

    /** Returns the statements of a part; Java code runs at once and leaves none. */
    private List<SqlStatement> take(RunPart part) throws SQLException {
        if (part instanceof JavaCode code) {
            new CodeRunner(session.connection(), session.dialect()).run(code);
            return List.of();
        }
        if (part instanceof SqlOnSight sight) {
            try {
                return sight.wording().look().statements(session.connection()).stream()
                        .map(sql -> new SqlStatement(sql, sight.place(), false))
                        .toList();
            } catch (SQLException e) {
                throw FailedPart.refused(part, e);
            }
        }
        return List.of((SqlStatement) part);
    }

    private void sendAll(List<SqlStatement> statements) throws SQLException {
        int size = session.dialect().batchSize();
        for (int i = 0; i < statements.size(); i += size) {
            List<SqlStatement> batch = statements.subList(i, Math.min(i + size, statements.size()));
            // A step that changes settings may take away what was prepared, too.
            send(prepared == null || changed ? batch : prepared.named(batch));
        }
    }

    private int execute(SqlStatement sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            int count = stop.run(statement, () -> statement.execute(sql.sql()) ? -1 : statement.getUpdateCount());
            notices(statement);
            return count;
        } catch (SQLException e) {
            throw FailedPart.refused(sql, e);
        }
    }

    /** Ends what a failure has left open. */
    void rollback() {
        forgetPrepared();
        try {
            if (!session.connection().getAutoCommit()) {
                session.connection().rollback();
                session.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            // A lost connection has rolled back by itself; the failure that brought us here is the one to tell.
            LoggerFactory.getLogger(JdbcSink.class).debug("The rollback could not be sent", e);
        }
    }

    private void send(List<SqlStatement> batch) throws SQLException {
        int[] counts = session.dialect().batchSize() == 1 ? new int[] {execute(batch.get(0))} : together(batch);
        for (int i = 0; i < counts.length; i++) {
            if (batch.get(i).checked() && counts[i] != 1) {
                throw new MigrateException(
                        "The version table was changed by somebody else during the run",
                        "Nothing of this revision was applied. Look with `migrate status`, then run again.");
            }
        }
    }

    private int[] together(List<SqlStatement> batch) throws SQLException {
        // The driver would otherwise rewrite {…} in a script as a JDBC escape.
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            for (SqlStatement sql : batch) {
                statement.addBatch(sql.sql());
            }
            int[] counts = stop.run(statement, statement::executeBatch);
            notices(statement);
            return counts;
        } catch (BatchUpdateException e) {
            int index = session.dialect().failedEntry(e);
            throw index >= 0 && index < batch.size() ? FailedPart.refused(batch.get(index), e) : e;
        }
    }

    private void notices(Statement statement) throws SQLException {
        SQLWarning warning = statement.getWarnings();
        while (warning != null && step != null) {
            listener.notice(step, session.dialect().explain(warning).message());
            warning = warning.getNextWarning();
        }
    }
}
