package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds out from the catalog how far one statement outside a transaction came; the connection is in autocommit mode. */
public interface Probe {

    /** Looks how far the statement came, leaving everything as it is. */
    Finding look(Connection connection) throws SQLException;

    /**
     * Readies a session for the statement, so that no limit cuts it off in the middle.
     *
     * @return whom it may have to wait for, one line each
     */
    List<String> prepare(Connection connection) throws SQLException;

    /** Returns whether the effect of the statement, after it ran without a failure, is what it should be. */
    boolean holds(Connection connection) throws SQLException;

    /** Returns whether somebody else's work that is the same may count for the statement's. */
    boolean adoptable();
}
