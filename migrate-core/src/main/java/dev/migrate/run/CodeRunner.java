package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.JavaFailure;
import dev.migrate.error.MigrateException;
import dev.migrate.script.GuardedConnection;

/** Runs the Java code of a revision inside the transaction of the run, and makes sure that it is still the same afterwards. */
final class CodeRunner {

    /** A statement failed before, and the transaction takes no more. */
    private static final String ABORTED = "25P02";

    private static final String HINT =
            "A run commits a revision as a whole, with its row in the version table. Leave it out;"
                    + " a part that has to be committed by itself is a revision of its own.";

    private final Connection connection;

    private final Dialect dialect;

    CodeRunner(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    void run(JavaCode part) throws SQLException {
        if (!dialect.transactionalDdl()) {
            // Every change of the schema would take the savepoint along.
            call(part);
            return;
        }
        Savepoint savepoint = connection.setSavepoint("migrate_code");
        call(part);
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            DatabaseFailure failure = dialect.explain(e);
            if (failure.kind() != DatabaseFailure.Kind.PERMANENT || ABORTED.equals(failure.sqlState())) {
                throw FailedPart.refused(part, e);
            }
            FailedPart ended = FailedPart.ended(part);
            ended.addSuppressed(e);
            throw ended;
        }
    }

    private static MigrateException refused(String what) {
        return new MigrateException(what + " is not for the code of a revision", HINT);
    }

    private void call(JavaCode part) throws SQLException {
        var own = new SingleConnectionDataSource(
                GuardedConnection.of(connection, dialect.lexicalRules(), CodeRunner::refused), false);
        try {
            part.code().run(JdbcClient.create(own));
        } catch (Exception | LinkageError | AssertionError e) {
            SQLException refused = JavaFailure.ofDatabase(e);
            throw refused == null ? FailedPart.threw(part, e) : FailedPart.refused(part, refused);
        }
        if (connection.getAutoCommit()) {
            throw FailedPart.ended(part);
        }
    }
}
