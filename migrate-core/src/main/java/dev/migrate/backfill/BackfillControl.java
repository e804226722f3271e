package dev.migrate.backfill;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.MigrateException;

/** Tells how far backfills have come, and stops them and lets them go on, from any process. */
public final class BackfillControl {

    /** The table with a row for each backfill. */
    public static final String TABLE = "migrate_backfill";

    /** The table of the parts that processes share. */
    public static final String RANGES = "migrate_backfill_range";

    private final Workplace place;

    private final Duration lockTimeout;

    private final BackfillBooks books;

    /**
     * Uses this connection.
     *
     * @param lockTimeout how long to wait for a process that is setting a backfill up
     */
    public BackfillControl(Workplace place, Duration lockTimeout) {
        this.place = place;
        this.lockTimeout = lockTimeout;
        this.books = place.books();
    }

    /** Returns how far each has come: those of this build, and others that were ever begun. */
    public List<BackfillStatus> list(Collection<BackfillDefinition> definitions) throws SQLException {
        Map<String, BackfillStatus> begun = new HashMap<>();
        List<BackfillStatus> statuses = new ArrayList<>();
        List<BackfillStatus> known = books.exist() ? books.read(null) : List.of();
        known.forEach(status -> begun.put(status.name(), status));
        for (BackfillDefinition definition : definitions) {
            statuses.add(status(definition, begun.remove(definition.name())));
        }
        known.stream().filter(status -> begun.containsKey(status.name())).forEach(statuses::add);
        return statuses;
    }

    /** Returns how far one of this build has come. */
    public BackfillStatus status(BackfillDefinition definition) throws SQLException {
        return status(definition, find(definition.name()));
    }

    private static BackfillStatus status(BackfillDefinition definition, @Nullable BackfillStatus begun) {
        return begun == null ? BackfillStatus.pending(definition) : begun.withMessage(definition.message());
    }

    /** Stops a running backfill until it is resumed. */
    public BackfillStatus pause(String name) throws SQLException {
        return change(name, BackfillState.PAUSED, List.of(BackfillState.STARTING, BackfillState.RUNNING));
    }

    /** Lets a paused or failed backfill go on. */
    public BackfillStatus resume(String name) throws SQLException {
        return change(name, BackfillState.RUNNING, List.of(BackfillState.PAUSED, BackfillState.FAILED));
    }

    /**
     * Has this definition take the place of the one that the backfill was begun with; processes of other builds leave it then.
     *
     * @throws MigrateException if what was done so far says nothing for this definition
     */
    public void takeOver(BackfillDefinition definition) throws SQLException {
        if (isBegun(definition.name()) && !soon(definition.name(), () -> books.takeOver(definition))) {
            throw new MigrateException(
                    "Backfill " + definition.name() + " goes through " + definition.table() + " by ("
                            + definition.columns() + ") now, and was begun with another table or key",
                    List.of("at " + definition.origin()),
                    "Cancel it and start over: `migrate backfill cancel " + definition.name()
                            + "`, then `migrate backfill run " + definition.name() + " --again`.",
                    null);
        }
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
        soon(
                name,
                () -> Transaction.in(place.connection(), () -> {
                    BackfillState state = books.holdState(name);
                    if (state != null && state.isActive()) {
                        throw new MigrateException(
                                "Backfill " + name + " is running",
                                "Cancel it before it starts over: `migrate backfill cancel " + name + "`.");
                    }
                    books.forget(name);
                    return true;
                }));
    }

    /** Tells whether there is anything in the books about it. */
    public boolean isBegun(String name) throws SQLException {
        return find(name) != null;
    }

    /** Counts the rows that a run would process that starts over. */
    public long countAll(BackfillDefinition definition) throws SQLException {
        BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
        List<String> upper = key.last(place.connection());
        return upper == null ? 0 : key.count(place.connection(), null, upper);
    }

    /** Counts the rows that a run would still process; for this every one of them is read. */
    public long count(BackfillDefinition definition) throws SQLException {
        BackfillBooks.Row row = books.exist() ? books.look(definition.name()) : null;
        if (row == null || !row.ready()) {
            return countAll(definition);
        }
        BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
        List<String> upper = row.upper();
        long rows = upper == null || row.isHandedOut() ? 0 : key.count(place.connection(), row.claimed(), upper);
        for (BackfillBooks.Range range : books.open(definition.name())) {
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
        BackfillStatus status = find(name);
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

    /** Changes the state; one that it has already is as good. */
    private BackfillStatus change(String name, BackfillState to, List<BackfillState> from) throws SQLException {
        boolean changed = books.exist() && soon(name, () -> books.change(name, to, from));
        BackfillStatus status = find(name);
        if (status == null) {
            throw new MigrateException(
                    "Backfill " + name + " was never begun", "`migrate backfill run " + name + "` begins it.");
        }
        if (!changed
                && status.state() != to
                && !(to == BackfillState.RUNNING && status.state().isActive())) {
            throw new MigrateException("Backfill " + name + " is " + status.state(), hint(status));
        }
        return status;
    }

    private static String hint(BackfillStatus status) {
        return switch (status.state()) {
            case FINISHED, CANCELLED -> "`migrate backfill run " + status.name() + " --again` starts over.";
            default -> "`migrate backfill run " + status.name() + "` goes on where it stopped.";
        };
    }

    /** A setup or a teardown holds the lock of its backfill's row for as long as it takes. */
    private <T> T soon(String name, Transaction.Work<T> work) throws SQLException {
        books.limit(lockTimeout);
        try {
            return work.run();
        } catch (SQLException e) {
            if (place.dialect().explain(e).kind() != DatabaseFailure.Kind.RETRYABLE) {
                throw e;
            }
            throw new MigrateException(
                    "Backfill " + name + " cannot be changed now: a process is setting it up, or is about to finish it",
                    List.of(),
                    "Try again a little later.",
                    e);
        }
    }

    private @Nullable BackfillStatus find(String name) throws SQLException {
        List<BackfillStatus> found = books.exist() ? books.read(name) : List.of();
        return found.isEmpty() ? null : found.get(0);
    }
}
