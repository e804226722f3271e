package dev.migrate.dialect;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything that differs between databases, behind one door.
 *
 * <p>To support another database: implement this interface, add one line to {@link Dialects#builtIn()} or declare a bean,
 * and subclass the contract tests. No method keeps state; a dialect may be used by several threads.
 */
public interface Dialect {

    /** Returns the name for people, for example {@code PostgreSQL}. */
    String name();

    /** Returns whether this is the dialect of a product that JDBC calls by this name. */
    boolean recognizes(String productName);

    /** Returns the identifier quoted, so that it means exactly these characters. */
    String quote(String identifier);

    /** Returns a string literal, or {@code NULL} for {@code null}. */
    String literal(@Nullable String text);

    /**
     * Looks where a connection has arrived, in one round trip.
     *
     * @param configured names of the books; its schema is empty if none is configured
     */
    Surroundings look(Connection connection, BookTables configured) throws SQLException;

    /** Returns the statements that create what is missing of the books, each harmless if it is there by now. */
    List<String> createBooks(BookTables books, Surroundings surroundings);

    /**
     * Prepares a connection for a run: names it, and has its statement cancelled soon after this process is gone.
     *
     * @param applicationName what the database shows other people for this session
     */
    void prepare(Connection connection, String applicationName) throws SQLException;

    /** Returns the statements that limit waiting and fix the search path for the current transaction only. */
    List<String> transactionSettings(Timeouts timeouts, String searchPath);

    /** Returns the search path that finds a script's unqualified names in the schema of the books first. */
    String searchPath(Surroundings surroundings);

    /** Returns the statement that sets the search path for the whole session. */
    String setSearchPath(String searchPath);

    /** Returns the lock of a connection, not taken yet. */
    MigrationLock lock(Connection connection, BookTables books);

    /** Returns an SQL expression that is true while any session holds the lock of these books. */
    String lockHeld(BookTables books);

    /** Returns a statement that takes the lock for a script's session, and fails if it is taken. */
    String takeLock(BookTables books);

    /** Returns an expression for the milliseconds since the given time stamp expression. */
    String millisSince(String timestampExpression);

    /** Returns an expression for the time at which the current transaction began. */
    String transactionStart();

    /** Returns an expression for the user who logged in. */
    String sessionUser();

    /**
     * Returns a statement that fails with the message unless the condition holds.
     *
     * @param condition an SQL condition
     * @param message one line for people
     */
    String require(String condition, String message);

    /** Says what a failure means, without any value out of a row. */
    DatabaseFailure explain(SQLException failure);

    /** Returns which entry of a batch failed, counted from 0, or -1 if the driver does not tell. */
    int failedEntry(BatchUpdateException failure);

    /** Returns what to do about a statement that failed in a script, or {@code null} if nothing is known. */
    @Nullable String adviceFor(DatabaseFailure failure, String statement);
}
