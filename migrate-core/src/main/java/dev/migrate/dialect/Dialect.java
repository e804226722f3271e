package dev.migrate.dialect;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Interruptible;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.Schema;

/**
 * Everything that differs between databases, behind one door.
 *
 * <p>To support another database: implement this interface, add one line to {@link Dialects#builtIn()} or declare a bean,
 * and subclass the contract tests. No method keeps state; a dialect may be used by several threads.
 */
public interface Dialect extends SqlSyntax {

    /** Returns whether this is the dialect of a product that JDBC calls by this name. */
    boolean recognizes(String productName);

    /**
     * Returns whether this is the dialect of the database that a URL leads to.
     *
     * @param url begins with {@code jdbc:} and the name of a driver
     */
    default boolean recognizesUrl(String url) {
        return false;
    }

    /** Returns by which rules a script is split into statements; PostgreSQL's unless a dialect says otherwise. */
    default LexicalRules lexicalRules() {
        return LexicalRules.postgresql();
    }

    /**
     * Returns the dialect as this version of the product speaks it.
     *
     * @param major such as 17
     * @param minor such as 4
     */
    default Dialect ofVersion(int major, int minor) {
        return this;
    }

    /**
     * Looks where a connection has arrived, in one round trip.
     *
     * @param configured names of the books; its schema is empty if none is configured
     */
    Surroundings look(Connection connection, BookTables configured) throws SQLException;

    /**
     * Returns how many characters an id in the version table may have, {@link Integer#MAX_VALUE} if that is not limited.
     *
     * @param books in the schema where they are; the version table exists
     */
    default int versionWidth(Connection connection, BookTables books) throws SQLException {
        return Integer.MAX_VALUE;
    }

    /** Returns the statements that create what is missing of the books, each harmless if it is there by now. */
    List<String> createBooks(BookTables books, Surroundings surroundings);

    /**
     * Remembers what a session is set to: for the next revision, and for a connection that goes back to a pool after the work.
     *
     * @return sets it to that again, as often as it is asked
     */
    default Restoration remember(Connection connection) throws SQLException {
        return () -> {};
    }

    /** Returns the statements that set a session to what it was set to when it began. */
    default List<String> resetSettings() {
        return List.of();
    }

    /**
     * Prepares a connection for a run: names it, and has its statement cancelled soon after this process is gone.
     *
     * @param applicationName what the database shows other people for this session
     */
    void prepare(Connection connection, String applicationName) throws SQLException;

    /**
     * Returns by what the database names the session at the other end, or {@code null} where sessions are not told apart. A pooler
     * that gives every transaction another session gives itself away by it.
     *
     * @throws MigrateException if a server answers that only follows another
     */
    default @Nullable String sessionId(Connection connection) throws SQLException {
        return null;
    }

    /**
     * Tells whether the driver was told of this very session when it connected; most poolers tell it a number of their own.
     *
     * @param sessionId see {@link #sessionId(Connection)}
     * @return false also where the driver does not know
     */
    default boolean isDirect(Connection connection, String sessionId) {
        return false;
    }

    /**
     * Tells whether {@code PREPARE name AS …}, with values as {@code $1}, has a session parse a statement once, and {@code EXECUTE name (…)}
     * runs it.
     */
    default boolean preparesBySql() {
        return false;
    }

    /**
     * Looks at a session at work from another one, in one or two round trips and without a transaction.
     *
     * @param sessionId see {@link #sessionId(Connection)}
     */
    default SessionSight watch(Connection other, String sessionId) throws SQLException {
        return SessionSight.nothing();
    }

    /**
     * Returns whether a transaction takes back changes of the schema. Where it does not, a revision runs statement by statement,
     * and the history knows where it stopped.
     */
    boolean transactionalDdl();

    /** Returns whether several processes can share a backfill: rows that one of them locks are skipped by the others. */
    default boolean sharesBackfills() {
        return false;
    }

    /** Returns how many statements may go to the database together; 1 where that saves nothing. */
    default int batchSize() {
        return 1;
    }

    /** Returns the statements after which a script's unqualified names are found in the schema of the books first. */
    List<String> sessionSettings(Surroundings surroundings);

    /**
     * Returns the statements that stand before those of a revision: they limit waiting, and repeat the session's settings where a
     * transaction may have lost them.
     */
    List<String> transactionSettings(Timeouts timeouts, Surroundings surroundings);

    /**
     * Prepares a connection for a transaction with these operations, where that cannot be done within it.
     *
     * @return takes it back after the transaction has ended, in whatever way
     */
    default Restoration beforeTransaction(Connection connection, List<Operation> operations) throws SQLException {
        return () -> {};
    }

    /** Returns the lock of a connection, not taken yet. */
    MigrationLock lock(Connection connection, BookTables books);

    /** Returns statements that take the lock for a script's session, and fail if it is taken. */
    List<String> takeLock(BookTables books);

    /**
     * Returns what finds out how far a statement came that was interrupted outside of a transaction, or {@code null} where the
     * catalog has nothing to look at. Those that one transaction holds, or that may be repeated, need none.
     */
    default @Nullable Probe probe(Interruptible statement) {
        return null;
    }

    /** Returns an expression for the whole milliseconds since the given time stamp expression. */
    String millisSince(String timestampExpression);

    /** Returns an expression for the microseconds from 1970 to the given time stamp expression. */
    String epochMicros(String timestampExpression);

    /** Returns an expression for the time at which the current transaction began, if it began with the transaction settings. */
    String transactionStart();

    /** Returns an expression for the user who logged in. */
    String sessionUser();

    /** Returns a column of the books as it stands in statements; to be overridden where a name is a word of the language. */
    default String bookColumn(String name) {
        return name;
    }

    /**
     * Returns statements that fail with the message unless the condition holds.
     *
     * @param condition an SQL condition
     * @param message one line for people
     */
    List<String> require(String condition, String message);

    /** Returns how printed SQL looks to the database's own client. */
    ScriptStyle scriptStyle();

    /** Sets a connection back to what it was. */
    @FunctionalInterface
    interface Restoration {

        /** Sets it back. */
        void restore() throws SQLException;
    }

    /** Says what a failure means, without any value out of a row. */
    DatabaseFailure explain(SQLException failure);

    /** Returns which entry of a batch failed, counted from 0, or -1 if the driver does not tell. */
    default int failedEntry(BatchUpdateException failure) {
        return -1;
    }

    /** Returns what to do about a statement that failed in a script, or {@code null} if nothing is known. */
    @Nullable String adviceFor(DatabaseFailure failure);

    /**
     * Returns why this database cannot carry an operation out, or {@code null} if it can.
     *
     * @return what is missing, for example {@code PostgreSQL 14 does not have NULLS NOT DISTINCT, 15 has}
     */
    @Nullable String unsupported(Operation operation);

    /**
     * Returns how the operations of one section are carried out, in order.
     *
     * @param operations none of which is {@linkplain #unsupported(Operation) unsupported}
     */
    List<Wording> spell(List<Operation> operations);

    /**
     * Reads what schemas hold, in a number of round trips that does not depend on it.
     *
     * @param schemas as the database spells them
     * @return everything, the books included; see {@link Schema#without(java.util.Collection)}
     * @throws MigrateException if the dialect is not able to
     */
    default Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        throw new MigrateException(
                "The dialect for " + name() + " cannot read what a schema holds",
                "Revisions run without that; comparing a database needs a dialect with inspect(…).");
    }

    /**
     * Returns a connection to an empty database of the same kind, which is gone when it is closed, for trying out what a model says.
     *
     * @param like the one that is compared
     * @return {@code null} where the compared one can serve for that itself, since it rolls back whatever a transaction has created
     */
    default @Nullable Connection emptyDatabase(Connection like) throws SQLException {
        return null;
    }
}
