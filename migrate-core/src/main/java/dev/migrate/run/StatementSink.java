package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.revision.Step;

/** Where the parts of a run go; the runner never asks which it is. */
interface StatementSink {

    /**
     * A step begins, with the session set to what it was set to when the run began.
     *
     * @param changesSettings whether the step may set it to something else
     */
    void step(Step step, boolean changesSettings) throws SQLException;

    /** Takes parts that belong into one transaction, which it commits unless the whole run is one. */
    void transaction(List<? extends RunPart> parts) throws SQLException;

    /** Takes one part that the database refuses in a transaction, or whose transaction it is by itself. */
    void alone(RunPart part) throws SQLException;
}
