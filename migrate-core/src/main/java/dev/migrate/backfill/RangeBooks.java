package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Keeps the ranges of one backfill, as one process works on them, each change in as few round trips as can be. */
final class RangeBooks {

    /** False in a transaction that is not the one in which the range was taken. */
    private static final String OURS = "current_setting('migrate.batch', true) = 'open'";

    private final Connection connection;

    private final Statements statements;

    private final BatchLoop.Subject subject;

    private final String owner;

    private final String handOut;

    private final String take;

    private final String advance;

    private final String complete;

    RangeBooks(Workplace place, BackfillSettings settings, BatchLoop.Subject subject) {
        this.connection = place.connection();
        this.statements = new Statements(connection);
        this.subject = subject;
        this.owner = place.owner();
        String backfills = place.table(BackfillControl.TABLE);
        String ranges = place.table(BackfillControl.RANGES);
        this.handOut = "WITH claimed AS (UPDATE " + backfills
                + " SET claimed_key = ?, batch_size = ? WHERE name = ? RETURNING name, claimed_key, batch_size) INSERT INTO "
                + ranges + " (backfill, cursor_key, to_key, batch_size, rate, owner)"
                + " SELECT name, CAST(? AS text[]), claimed_key, batch_size, ?, ? FROM claimed WHERE ?";
        this.take = limits(settings) + subject.key().selectNext(free(ranges, backfills), seen(ranges));
        this.advance = "UPDATE " + ranges + " SET cursor_key = ?, rows = rows + ?, batches = batches + 1,"
                + " batch_size = ?, rate = ?, owner = ?, heartbeat = clock_timestamp() WHERE id = ? AND " + OURS;
        this.complete = "WITH done AS (DELETE FROM " + ranges + " WHERE id = ? AND " + OURS
                + " RETURNING rows, batches) UPDATE " + backfills
                + " b SET rows = b.rows + done.rows + ?, batches = b.batches + done.batches + ?,"
                + " batch_size = ?, updated_at = clock_timestamp() FROM done WHERE b.name = ?";
    }

    private static String limits(BackfillSettings settings) {
        return ("SELECT set_config('lock_timeout', '%s', true), set_config('statement_timeout', '%s', true),"
                        + " set_config('migrate.batch', 'open', true); ")
                .formatted(
                        settings.lockTimeout().toMillis(),
                        settings.statementTimeout().toMillis());
    }

    private static String free(String ranges, String backfills) {
        return "SELECT r.id, r.cursor_key, r.to_key, r.batches FROM " + ranges + " r JOIN " + backfills
                + " b ON b.name = r.backfill WHERE b.name = ? AND b.state = 'RUNNING' AND b.definition = ?"
                + " ORDER BY r.owner = ? DESC, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED";
    }

    /** The row that is locked may be newer than what the rest of the statement sees: another process has just let go of it. */
    private static String seen(String ranges) {
        return "id, cursor_key, to_key, batches = (SELECT s.batches FROM " + ranges + " s WHERE s.id = "
                + BackfillKey.BOUNDS + ".id)";
    }

    /** Hands a part of the key out; only for the holder of the lock on the row of the backfill. */
    void handOut(BackfillBooks.Row row, List<String> to, Page page, Worker worker) throws SQLException {
        statements.update(
                handOut,
                statements.array(to),
                worker.size(),
                subject.definition().name(),
                statements.array(row.claimed()),
                worker.rate(),
                owner,
                !page.isEmpty());
    }

    /**
     * Takes a range that nobody works on, and holds its lock until the transaction ends. The round trip also looks for its next rows
     * and limits what the transaction waits for.
     *
     * @param limit how many rows at most
     * @return {@code null} if there is none, or if the backfill is not running
     */
    @Nullable Range take(long limit) throws SQLException {
        BackfillDefinition definition = subject.definition();
        try (PreparedStatement statement =
                statements.bound(take, definition.name(), definition.fingerprint(), owner, limit - 1)) {
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? range(row, limit) : null;
            }
        }
    }

    private Range range(ResultSet row, long limit) throws SQLException {
        List<String> after = Statements.key(row, 5);
        List<String> to = BackfillKey.texts(row, 6);
        Page page = after != null && row.getBoolean(7)
                ? BackfillKey.page(row, limit)
                : subject.key().next(connection, after, to, limit);
        return new Range(row.getLong(4), to, page);
    }

    /** Moves the cursor of a range behind a batch, unless the transaction that took the range is over; true if it did. */
    boolean advance(Range range, Worker worker) throws SQLException {
        return statements.update(
                        advance,
                        statements.array(range.page().last()),
                        range.page().rows(),
                        worker.size(),
                        worker.rate(),
                        owner,
                        range.id())
                == 1;
    }

    /** Gives a range back behind its last batch, unless the transaction that took the range is over; true if it did. */
    boolean complete(Range range, Worker worker) throws SQLException {
        return statements.update(
                        complete,
                        range.id(),
                        range.page().rows(),
                        range.page().isEmpty() ? 0 : 1,
                        worker.size(),
                        subject.definition().name())
                == 1;
    }

    /**
     * A range that was taken.
     *
     * @param to its last key
     * @param page its next rows
     */
    record Range(long id, List<String> to, Page page) {

        /** Tells whether nothing is left of it behind a batch. */
        boolean endsWithin(long limit) {
            return page.rows() < limit || page.last().equals(to);
        }
    }

    /**
     * What the books say of who works on a range.
     *
     * @param size how many rows its next batch is meant to have
     * @param rate how many rows a second it does
     */
    record Worker(int size, double rate) {}
}
