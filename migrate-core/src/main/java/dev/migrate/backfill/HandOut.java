package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Hands out the next part of the key as a range. */
final class HandOut {

    /** Enough that handing out costs little, few enough that no process is left without work at the end. */
    private static final int BATCHES = 10;

    private final Connection connection;

    private final BackfillBooks books;

    private final BatchLoop.Subject subject;

    private final RangeBooks ranges;

    HandOut(Workplace place, BatchLoop.Subject subject, RangeBooks ranges) {
        this.connection = place.connection();
        this.books = place.books();
        this.subject = subject;
        this.ranges = ranges;
    }

    /** Hands out; false if another process is about to. */
    boolean next(RangeBooks.Worker worker) throws SQLException {
        return Transaction.in(connection, () -> {
            BackfillBooks.Row row = books.lock(subject.definition(), BackfillState.RUNNING);
            if (row == null) {
                return false;
            }
            List<String> upper = row.upper();
            if (upper != null && !upper.equals(row.claimed())) {
                long rows = (long) BATCHES * worker.size();
                Page page = subject.key().next(connection, row.claimed(), upper, rows);
                ranges.handOut(row, page.rows() < rows ? upper : page.last(), page, worker);
            }
            return true;
        });
    }
}
