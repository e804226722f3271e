package dev.migrate.lint.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Wording;
import dev.migrate.error.MigrateException;
import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.rule.Finding;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.script.RevisionScript;

/** Runs upgrades on a copy of a database, statement by statement, and asks the server what each has cost. */
public final class Tracer {

    private final Connection connection;

    private final Connection watcher;

    private final Dialect dialect;

    /**
     * Creates a tracer; what it runs is committed.
     *
     * @param watcher another connection to the same database
     */
    public Tracer(Connection connection, Connection watcher, Dialect dialect) {
        this.connection = connection;
        this.watcher = watcher;
        this.dialect = dialect;
    }

    /**
     * Runs the upgrade of a revision.
     *
     * @throws MigrateException if one of its statements fails
     */
    public List<TracedStatement> run(RevisionScript script) throws SQLException {
        boolean transaction = script.upgrade().transactional();
        List<TracedStatement> traced = new ArrayList<>();
        connection.setAutoCommit(!transaction);
        try {
            for (Wording wording : dialect.spell(script.upgrade().operations())) {
                Finding.Place place = place(script, wording.operation());
                try {
                    run(wording, place, transaction, traced);
                } catch (SQLException e) {
                    throw failed(place, e);
                }
            }
            if (transaction) {
                connection.commit();
            }
            return traced;
        } finally {
            if (transaction) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private MigrateException failed(Finding.Place place, SQLException failure) {
        return new MigrateException(
                dialect.explain(failure).message(),
                List.of("at " + place + ", on the copy that is traced"),
                "Correct the script, or give a copy that holds what its data needs.",
                failure);
    }

    private static Finding.Place place(RevisionScript script, int number) {
        Operation operation = script.upgrade().operations().get(number - 1);
        int known = operation instanceof ExecuteSql execute ? execute.line() : 0;
        int line = known > 0 ? known : script.lineOf(number - 1);
        return new Finding.Place(script.id(), script.path(), line, number);
    }

    private void run(Wording wording, Finding.Place place, boolean transaction, List<TracedStatement> traced)
            throws SQLException {
        List<String> statements = List.of();
        if (wording instanceof Wording.Statements known) {
            statements = known.sql();
        } else if (wording instanceof Wording.OnSight sight) {
            statements = sight.look().statements(connection);
        } else if (wording instanceof Wording.Code code) {
            traced.add(measured(place, "", transaction, () -> run(code, place)));
        }
        for (String sql : statements) {
            traced.add(measured(place, sql, transaction, () -> execute(sql)));
        }
    }

    private TracedStatement measured(Finding.Place place, String sql, boolean transaction, Probe.Work work)
            throws SQLException {
        long start = System.nanoTime();
        Effect effect =
                transaction ? new Probe(connection).measure(work) : new OutsideProbe(connection, watcher).measure(work);
        return new TracedStatement(place, sql, effect, since(start));
    }

    private void run(Wording.Code code, Finding.Place place) {
        try {
            code.code().run(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (Exception e) {
            throw new MigrateException(
                    "Java code failed: " + e,
                    List.of("at " + place + ", on the copy that is traced"),
                    "Give a copy that holds what the code needs.",
                    e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
