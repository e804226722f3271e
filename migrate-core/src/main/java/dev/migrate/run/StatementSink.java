package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.revision.Step;

/** Where the statements of a run go; the runner never asks which it is. */
interface StatementSink {

    /** A step begins. */
    void step(Step step) throws SQLException;

    /** Takes statements that belong into one transaction, which it commits unless the whole run is one. */
    void transaction(List<SqlStatement> statements) throws SQLException;

    /** Takes one statement that the database refuses in a transaction. */
    void alone(SqlStatement statement) throws SQLException;
}
