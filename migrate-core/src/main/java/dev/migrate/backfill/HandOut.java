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

    private final BackfillDefinition definition;

    private final BackfillKey key;

    HandOut(Workplace place, BackfillDefinition definition, BackfillKey key) {
        this.connection = place.connection();
        this.books = place.books();
        this.definition = definition;
        this.key = key;
    }

    /** Hands out; false if another process is about to. */
    boolean next(BackfillBooks.Worker worker) throws SQLException {
        return Transaction.in(connection, () -> {
            BackfillBooks.Row row = books.lock(definition, BackfillState.RUNNING);
            if (row == null) {
                return false;
            }
            List<String> upper = row.upper();
            if (upper != null && !upper.equals(row.claimed())) {
                long rows = (long) BATCHES * worker.size();
                Page page = key.next(connection, row.claimed(), upper, rows);
                books.handOut(definition.name(), row, page.rows() < rows ? upper : page.last(), page.isEmpty(), worker);
            }
            return true;
        });
    }
}
