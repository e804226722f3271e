package dev.migrate.run;

import java.time.Duration;

import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Timeouts;

/**
 * How a run behaves.
 *
 * @param books where the books are kept; an empty schema means the connection's own
 * @param transaction one transaction for each revision, or one for all
 * @param connectWait how long start-up and runs wait for a server that cannot be reached, zero for not at all
 * @param lockWait how long to wait for another run in which nothing moves
 * @param timeouts limits inside a transactional revision
 * @param retryFor how long a revision is tried again that somebody else's locks keep from running
 * @param checksumMismatch what to do about applied revisions whose scripts have changed
 * @param application who runs
 */
public record RunSettings(
        BookTables books,
        TransactionMode transaction,
        Duration connectWait,
        Duration lockWait,
        Timeouts timeouts,
        Duration retryFor,
        ChecksumPolicy checksumMismatch,
        Application application) {

    /** Returns what an application gets that configures nothing. */
    public static RunSettings defaults() {
        return new RunSettings(
                new BookTables("", "migrate_version", "migrate_history"),
                TransactionMode.PER_REVISION,
                Duration.ZERO,
                Duration.ofMinutes(15),
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(30)),
                Duration.ofMinutes(5),
                ChecksumPolicy.FAIL,
                new Application("", ""));
    }

    /** Returns the same with the books elsewhere. */
    public RunSettings withBooks(BookTables other) {
        return new RunSettings(
                other, transaction, connectWait, lockWait, timeouts, retryFor, checksumMismatch, application);
    }

    /** Returns the same with another way to part a run into transactions. */
    public RunSettings withTransaction(TransactionMode other) {
        return new RunSettings(books, other, connectWait, lockWait, timeouts, retryFor, checksumMismatch, application);
    }

    /** Returns the same with another wait for the server. */
    public RunSettings withConnectWait(Duration other) {
        return new RunSettings(books, transaction, other, lockWait, timeouts, retryFor, checksumMismatch, application);
    }

    /** Returns the same with another wait for other runs. */
    public RunSettings withLockWait(Duration other) {
        return new RunSettings(
                books, transaction, connectWait, other, timeouts, retryFor, checksumMismatch, application);
    }

    /** Returns the same with other limits inside a transactional revision. */
    public RunSettings withTimeouts(Timeouts other) {
        return new RunSettings(
                books, transaction, connectWait, lockWait, other, retryFor, checksumMismatch, application);
    }

    /** Returns the same with another time for trying a revision again. */
    public RunSettings withRetryFor(Duration other) {
        return new RunSettings(
                books, transaction, connectWait, lockWait, timeouts, other, checksumMismatch, application);
    }

    /** Returns the same with another answer to scripts that have changed. */
    public RunSettings withChecksumMismatch(ChecksumPolicy other) {
        return new RunSettings(books, transaction, connectWait, lockWait, timeouts, retryFor, other, application);
    }
}
