package dev.migrate.backfill;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;

/** Tells how far backfills have come, and stops them and lets them go on, from any process. */
public final class BackfillControl {

    /** The table with a row for each backfill. */
    public static final String TABLE = "migrate_backfill";

    /** The table of the parts that processes share. */
    public static final String RANGES = "migrate_backfill_range";

    private final Workplace place;

    private final BackfillBooks books;

    /** Uses this connection. */
    public BackfillControl(Workplace place) {
        this.place = place;
        this.books = place.books();
    }

    /** Returns how far each has come: those of this build, and others that were ever begun. */
    public List<BackfillStatus> list(Collection<BackfillDefinition> definitions) throws SQLException {
        Map<String, BackfillStatus> begun = new HashMap<>();
        List<BackfillStatus> statuses = new ArrayList<>();
        List<BackfillStatus> known = books.exist() ? books.read(null) : List.of();
        known.forEach(status -> begun.put(status.name(), status));
        for (BackfillDefinition definition : definitions) {
            BackfillStatus status = begun.remove(definition.name());
            statuses.add(
                    status == null ? BackfillStatus.pending(definition) : status.withMessage(definition.message()));
        }
        known.stream().filter(status -> begun.containsKey(status.name())).forEach(statuses::add);
        return statuses;
    }

    /** Stops a running backfill until it is resumed. */
    public BackfillStatus pause(String name) throws SQLException {
        return change(name, BackfillState.PAUSED, List.of(BackfillState.STARTING, BackfillState.RUNNING));
    }

    /** Lets a paused or failed backfill go on. */
    public BackfillStatus resume(String name) throws SQLException {
        return change(name, BackfillState.RUNNING, List.of(BackfillState.PAUSED, BackfillState.FAILED));
    }

    /** Stops a backfill for good. */
    public BackfillStatus cancel(String name) throws SQLException {
        return change(
                name,
                BackfillState.CANCELLED,
                List.of(BackfillState.STARTING, BackfillState.RUNNING, BackfillState.PAUSED, BackfillState.FAILED));
    }

    /** Forgets what was done, so that the next run begins with the first row. */
    public void startOver(String name) throws SQLException {
        if (!books.exist()) {
            return;
        }
        BackfillStatus status = find(name);
        if (status != null && status.state().isActive()) {
            throw new MigrateException(
                    "Backfill " + name + " is running",
                    "Cancel it before it starts over: `migrate backfill cancel " + name + "`.");
        }
        Transaction.in(place.connection(), () -> {
            books.forget(name);
            return true;
        });
    }

    /** Counts the rows that a run would still process; for this every one of them is read. */
    public long count(BackfillDefinition definition) throws SQLException {
        BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
        boolean exist = books.exist();
        BackfillBooks.Row row = exist ? books.look(definition.name()) : null;
        List<String> upper = row == null || row.upper() == null ? key.last(place.connection()) : row.upper();
        BackfillStatus status = exist ? find(definition.name()) : null;
        if (upper == null || (status != null && status.state() == BackfillState.FINISHED)) {
            return 0;
        }
        long rows = row != null && row.isHandedOut()
                ? 0
                : key.count(place.connection(), row == null ? null : row.claimed(), upper);
        for (BackfillBooks.Range range : exist ? books.open(definition.name()) : List.<BackfillBooks.Range>of()) {
            rows += key.count(place.connection(), range.after(), range.to());
        }
        return rows;
    }

    /**
     * Returns why a backfill has not finished, {@code null} if it has. One that was never begun counts as finished while its table
     * is empty, so that a new database needs none.
     *
     * @param definition {@code null} if this build has none of the name
     */
    public @Nullable String unfinished(String name, @Nullable BackfillDefinition definition) throws SQLException {
        BackfillStatus status = books.exist() ? find(name) : null;
        if (status != null) {
            boolean share = status.state() == BackfillState.RUNNING;
            return status.state() == BackfillState.FINISHED
                    ? null
                    : "is " + status.state() + (share ? " at " + status.percent() + " %" : "");
        }
        if (definition == null) {
            return "is not in this build";
        }
        return hasRows(definition.table()) ? "was never begun" : null;
    }

    /** A table that does not exist yet may have rows by the time it does. */
    private boolean hasRows(String table) throws SQLException {
        String quoted = KeyReader.quoted(table, place.dialect());
        try (PreparedStatement statement = place.connection().prepareStatement("SELECT to_regclass(?) IS NULL")) {
            statement.setString(1, quoted);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    return true;
                }
            }
        }
        try (PreparedStatement statement =
                        place.connection().prepareStatement("SELECT EXISTS (SELECT 1 FROM " + quoted + ")");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private BackfillStatus change(String name, BackfillState to, List<BackfillState> from) throws SQLException {
        if (books.exist() && books.change(name, to, from)) {
            BackfillStatus status = find(name);
            if (status != null) {
                return status;
            }
        }
        BackfillStatus status = books.exist() ? find(name) : null;
        String is = status == null ? "was never begun" : "is " + status.state();
        throw new MigrateException(
                "Backfill " + name + " " + is,
                status == null
                        ? "`migrate backfill run " + name + "` begins it."
                        : "`migrate backfill list` shows what can be done.");
    }

    private @Nullable BackfillStatus find(String name) throws SQLException {
        List<BackfillStatus> found = books.read(name);
        return found.isEmpty() ? null : found.get(0);
    }
}
