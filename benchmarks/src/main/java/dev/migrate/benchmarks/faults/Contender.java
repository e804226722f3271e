package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** A tool under faults. */
interface Contender {

    /** Writes changes into an empty folder in the tool's own form. */
    void write(Path folder, List<Change> changes) throws IOException;

    /**
     * Applies whatever is pending.
     *
     * @param stepping called when the first one begins, if the tool tells
     */
    void run(Path folder, DataSource database, Runnable stepping) throws Exception;

    /** Returns a query for the names of the changes that the tool counts as applied, in their order. */
    String applied();

    /** Does what the tool's manual tells a person to do after a crash that it does not recover from. */
    void repair(Path folder, DataSource database) throws Exception;
}
