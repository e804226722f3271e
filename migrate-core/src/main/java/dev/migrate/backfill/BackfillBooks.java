package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/**
 * Together with {@link RangeBooks} the only code that knows the table of backfills and that of their ranges.
 *
 * <p>A range is a part of the key that was handed out. Whoever processes a batch of it holds the lock on its row until the batch and
 * the range's new cursor are committed, so a range belongs to nobody between batches and is free as soon as a process dies.
 */
final class BackfillBooks {

    private static final String SELECT = "SELECT upper_key, claimed_key, batch_size, ready FROM ";

    private static final String OURS = " WHERE name = ? AND definition = ? AND state = ?";

    private final Connection connection;

    private final Dialect dialect;

    private final Statements statements;

    private final String backfills;

    private final String ranges;

    BackfillBooks(Workplace place) {
        this.connection = place.connection();
        this.dialect = place.dialect();
        this.statements = new Statements(connection);
        this.backfills = place.table(BackfillControl.TABLE);
        this.ranges = place.table(BackfillControl.RANGES);
    }

    /** Refuses databases on which backfills cannot run. */
    static void checkSupported(Dialect dialect) {
        if (!dialect.sharesBackfills()) {
            throw new MigrateException(
                    "Backfills do not run on " + dialect.name(),
                    "They need PostgreSQL. Change the rows in a revision, or leave the backfill out here.");
        }
    }

    boolean exist() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL AND to_regclass(?) IS NOT NULL")) {
            statement.setString(1, backfills);
            statement.setString(2, ranges);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Creates what is missing. */
    void create() throws SQLException {
        if (exist()) {
            return;
        }
        Transaction.in(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                // Two processes that create a table at once collide in the catalog in spite of IF NOT EXISTS.
                statement.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended(" + dialect.literal(backfills) + ", 0))");
                statement.execute(BackfillTables.BACKFILLS.formatted(backfills));
                statement.execute(BackfillTables.RANGES.formatted(ranges));
            }
            return true;
        });
    }

    /** Limits how long this session waits for a lock outside of batches, too. */
    void limit(Duration lockTimeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + lockTimeout.toMillis());
        }
    }

    /** Adds a backfill that was never begun; harmless if another process has. */
    void insert(BackfillDefinition definition, String owner) throws SQLException {
        statements.update(
                "INSERT INTO " + backfills + " (name, state, table_name, key_columns, definition, started_by)"
                        + " VALUES (?, 'STARTING', ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                definition.name(),
                definition.table(),
                definition.columns(),
                definition.fingerprint(),
                owner);
    }

    /** Tells whether this definition is the one that it was begun or taken over with. */
    boolean isOurs(BackfillDefinition definition) throws SQLException {
        return statements.exists(
                "SELECT 1 FROM " + backfills + " WHERE name = ? AND definition = ?",
                definition.name(),
                definition.fingerprint());
    }

    /** Tells whether it is in this state with this definition. */
    boolean is(BackfillDefinition definition, BackfillState state) throws SQLException {
        return statements.exists(
                "SELECT 1 FROM " + backfills + OURS, definition.name(), definition.fingerprint(), state.name());
    }

    /** Returns the row and holds its lock, {@code null} if another session has that or the state or definition is another. */
    @Nullable Row lock(BackfillDefinition definition, BackfillState state) throws SQLException {
        return row(
                SELECT + backfills + OURS + " FOR UPDATE SKIP LOCKED",
                definition.name(),
                definition.fingerprint(),
                state.name());
    }

    /** Returns the row while the backfill runs with this definition, {@code null} if it does not. */
    @Nullable Row running(BackfillDefinition definition) throws SQLException {
        return row(
                SELECT + backfills + OURS, definition.name(), definition.fingerprint(), BackfillState.RUNNING.name());
    }

    /** Has this definition take the place of the one that it was begun with, if both go through the same table by the same key. */
    boolean takeOver(BackfillDefinition definition) throws SQLException {
        return statements.update(
                        "UPDATE " + backfills
                                + " SET definition = ? WHERE name = ? AND table_name = ? AND key_columns = ?",
                        definition.fingerprint(),
                        definition.name(),
                        definition.table(),
                        definition.columns())
                == 1;
    }

    private @Nullable Row row(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = statements.bound(sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new Row(Statements.key(row, 1), Statements.key(row, 2), row.getInt(3), row.getBoolean(4))
                    : null;
        }
    }

    /** Notes that the setup is done, and where the rows end. */
    void ready(String name, @Nullable List<String> upper, long estimate) throws SQLException {
        statements.update(
                "UPDATE " + backfills + " SET state = 'RUNNING', ready = true, upper_key = ?, estimate = ?,"
                        + " updated_at = clock_timestamp() WHERE name = ?",
                statements.array(upper),
                estimate,
                name);
    }

    boolean hasRanges(String name) throws SQLException {
        return statements.exists("SELECT 1 FROM " + ranges + " WHERE backfill = ?", name);
    }

    void finished(String name) throws SQLException {
        statements.update(
                "UPDATE " + backfills + " SET state = 'FINISHED', finished_at = clock_timestamp(),"
                        + " updated_at = clock_timestamp(), throttle = NULL WHERE name = ?",
                name);
    }

    void failed(BackfillDefinition definition, String sqlState, String message) throws SQLException {
        statements.update(
                "UPDATE " + backfills + " SET state = 'FAILED', sqlstate = nullif(?, ''), error = ?,"
                        + " updated_at = clock_timestamp() WHERE name = ? AND state IN ('STARTING', 'RUNNING') AND definition = ?",
                sqlState,
                message,
                definition.name(),
                definition.fingerprint());
    }

    /** Counts a batch that is tried again, unless another process holds the row just then. */
    void retried(String name) throws SQLException {
        statements.update("UPDATE " + backfills + " SET retries = retries + 1 WHERE " + unlocked(), name);
    }

    /** Notes what the throttles say, unless another process holds the row just then. */
    void throttled(String name, @Nullable String why) throws SQLException {
        statements.update("UPDATE " + backfills + " SET throttle = ? WHERE " + unlocked(), why, name);
    }

    private String unlocked() {
        return "name = (SELECT name FROM " + backfills + " WHERE name = ? FOR UPDATE SKIP LOCKED)";
    }

    /** Changes the state if it is one of some, and returns whether it was. */
    boolean change(String name, BackfillState to, List<BackfillState> from) throws SQLException {
        String state = to == BackfillState.RUNNING
                ? "CASE WHEN ready THEN 'RUNNING' ELSE 'STARTING' END"
                : dialect.literal(to.name());
        String error = to == BackfillState.RUNNING ? ", error = NULL, sqlstate = NULL" : "";
        String in = String.join(
                ", ", from.stream().map(known -> dialect.literal(known.name())).toList());
        return statements.update(
                        "UPDATE " + backfills + " SET state = " + state + error
                                + ", updated_at = clock_timestamp() WHERE name = ? AND state IN (" + in + ")",
                        name)
                > 0;
    }

    /** Returns the state of a backfill and holds the lock of its row, so that it stays; {@code null} if it was never begun. */
    @Nullable BackfillState holdState(String name) throws SQLException {
        try (PreparedStatement statement =
                        statements.bound("SELECT state FROM " + backfills + " WHERE name = ? FOR UPDATE", name);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? BackfillState.valueOf(row.getString(1)) : null;
        }
    }

    /** Forgets a backfill on which nobody works, while the lock of its row is held. */
    void forget(String name) throws SQLException {
        statements.update("DELETE FROM " + ranges + " WHERE backfill = ?", name);
        statements.update("DELETE FROM " + backfills + " WHERE name = ?", name);
    }

    /** Returns the ranges that are handed out and not done. */
    List<Range> open(String name) throws SQLException {
        List<Range> open = new ArrayList<>();
        try (PreparedStatement statement = statements.bound(
                        "SELECT id, cursor_key, to_key FROM " + ranges + " WHERE backfill = ? ORDER BY id", name);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                open.add(new Range(row.getLong(1), Statements.key(row, 2), BackfillKey.texts(row, 3)));
            }
        }
        return open;
    }

    /** Returns where a backfill stands, {@code null} if it was never begun. */
    @Nullable Row look(String name) throws SQLException {
        return row(SELECT + backfills + " WHERE name = ?", name);
    }

    /** Returns how far a backfill has come. */
    BackfillStatus status(BackfillDefinition definition) throws SQLException {
        List<BackfillStatus> found = read(definition.name());
        return found.isEmpty() ? BackfillStatus.pending(definition) : found.get(0);
    }

    /** Returns how far those backfills have come that were ever begun, all of them or the one of this name. */
    List<BackfillStatus> read(@Nullable String only) throws SQLException {
        String sql = "SELECT b.name, b.table_name, b.state, b.rows + coalesce(sum(r.rows), 0), b.estimate,"
                + " b.batches + coalesce(sum(r.batches), 0), b.retries,"
                + " coalesce((array_agg(r.batch_size ORDER BY r.heartbeat DESC) FILTER (WHERE r.id IS NOT NULL))[1], b.batch_size),"
                + " coalesce(sum(r.rate) FILTER (WHERE r.heartbeat > clock_timestamp() - interval '30 s'), 0),"
                + " count(DISTINCT r.owner) FILTER (WHERE r.heartbeat > clock_timestamp() - interval '30 s'),"
                + " b.started_at, greatest(b.updated_at, max(r.heartbeat)), b.finished_at, b.throttle, b.error FROM "
                + backfills + " b LEFT JOIN " + ranges + " r ON r.backfill = b.name"
                + (only == null ? "" : " WHERE b.name = " + dialect.literal(only))
                + " GROUP BY b.name ORDER BY b.name";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return StatusRows.read(row);
        }
    }

    /**
     * The row of a backfill.
     *
     * @param upper the last key that counts, {@code null} for an empty table
     * @param claimed the last key that was handed out, {@code null} before the first
     * @param size how many rows a batch had last, 0 before the first
     * @param ready whether it has been set up, so that the last key is known
     */
    record Row(@Nullable List<String> upper, @Nullable List<String> claimed, int size, boolean ready) {

        boolean isHandedOut() {
            return upper == null || upper.equals(claimed);
        }
    }

    /**
     * A part of the key that was handed out.
     *
     * @param after the last key that is done, {@code null} if it begins with the first row of the table
     * @param to the last key of the part
     */
    record Range(long id, @Nullable List<String> after, List<String> to) {}
}
