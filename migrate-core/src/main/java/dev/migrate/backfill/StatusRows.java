package dev.migrate.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads what the books say of every backfill. */
final class StatusRows {

    private StatusRows() {}

    static List<BackfillStatus> read(ResultSet row) throws SQLException {
        List<BackfillStatus> statuses = new ArrayList<>();
        while (row.next()) {
            statuses.add(status(row));
        }
        return statuses;
    }

    private static BackfillStatus status(ResultSet row) throws SQLException {
        BackfillState state = BackfillState.valueOf(row.getString(3));
        Instant started = instant(row, 11);
        Instant finished = instant(row, 13);
        long rows = row.getLong(4);
        double rate = row.getDouble(9);
        if (state == BackfillState.FINISHED && started != null && finished != null) {
            rate = 1000.0
                    * rows
                    / Math.max(1, Duration.between(started, finished).toMillis());
        } else if (state != BackfillState.RUNNING) {
            rate = 0;
        }
        return new BackfillStatus(
                row.getString(1),
                row.getString(2),
                "",
                state,
                new BackfillStatus.Progress(
                        rows,
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        rate,
                        state == BackfillState.RUNNING ? row.getInt(10) : 0),
                started,
                instant(row, 12),
                finished,
                row.getString(14),
                row.getString(15));
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
