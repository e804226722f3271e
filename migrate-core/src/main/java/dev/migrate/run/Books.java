package dev.migrate.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockHolder;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;

/** The only code that knows the version table and the history table: what it reads, and the statements that write. */
final class Books {

    private static final String NOTHING = "NULL";

    private final Session session;

    private final Dialect dialect;

    private final String version;

    private final String history;

    Books(Session session) {
        this.session = session;
        this.dialect = session.dialect();
        this.version = session.table(session.books().version());
        this.history = session.table(session.books().history());
    }

    /** Returns the session that holds the lock, or {@code null} if none does. */
    @Nullable LockHolder holder() throws SQLException {
        return dialect.lock(session.connection(), session.books()).holder();
    }

    /**
     * Returns the heads if the newest event left them there with scripts of this hash, {@code null} otherwise.
     *
     * @param directoryHash of all the scripts of this build
     */
    @Nullable Heads broughtTo(String directoryHash) throws SQLException {
        if (!session.surroundings().versionTable() || !session.surroundings().historyTable()) {
            return null;
        }
        List<String> heads = new ArrayList<>();
        String after = null;
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT v.version_num, h.heads_after, h.directory_hash FROM "
                        + version + " v, " + newest() + " h")) {
            while (row.next()) {
                heads.add(row.getString(1));
                after = directoryHash.equals(row.getString(3)) ? row.getString(2) : null;
            }
        }
        Heads rows = Heads.of(heads);
        return isAt(rows, after) ? rows : null;
    }

    private String newest() {
        return "(SELECT heads_after, directory_hash FROM " + history + " ORDER BY id DESC LIMIT 1)";
    }

    /** Tells whether the rows are those behind an event, so that nobody has changed them by hand since. */
    private static boolean isAt(Heads rows, @Nullable String headsAfter) {
        return String.join(",", rows.ids()).equals(headsAfter);
    }

    /** Reads heads, open statements and the newest event in one round trip. */
    DatabaseState read() throws SQLException {
        List<String> selects = selects();
        List<String> heads = new ArrayList<>();
        Map<String, String> hashes = new HashMap<>();
        List<DatabaseState.Started> started = new ArrayList<>();
        if (selects.isEmpty()) {
            return new DatabaseState(Heads.none(), hashes, started, null);
        }
        String after = null;
        String directory = null;
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(String.join(" UNION ALL ", selects))) {
            while (row.next()) {
                if (row.getString(1).equals("held")) {
                    if (row.getString(2) == null) {
                        throw Session.notKept("what is read is not answered by the session that holds the lock");
                    }
                } else if (row.getString(1).equals("open")) {
                    started.add(new DatabaseState.Started(
                            row.getString(2),
                            direction(row.getString(3)),
                            row.getInt(4),
                            instant(row.getLong(5)),
                            row.getString(6)));
                } else if (row.getString(1).equals("last")) {
                    after = row.getString(2);
                    directory = row.getString(3);
                } else {
                    heads.add(row.getString(2));
                    if (row.getString(3) != null) {
                        hashes.put(row.getString(2), row.getString(3));
                    }
                }
            }
        }
        Heads rows = Heads.of(heads);
        return new DatabaseState(rows, hashes, started, isAt(rows, after) ? directory : null);
    }

    private List<String> selects() {
        boolean hasHistory = session.surroundings().historyTable();
        List<String> selects = new ArrayList<>();
        if (session.surroundings().versionTable()) {
            String hash = hasHistory
                    ? "(SELECT h.node_hash FROM " + history + " h WHERE h.revision = v.version_num"
                            + " AND h.node_hash IS NOT NULL ORDER BY h.id DESC LIMIT 1)"
                    : NOTHING;
            selects.add("SELECT 'head', v.version_num, " + hash + ", 0, 0, NULL FROM " + version + " v");
        }
        if (hasHistory) {
            selects.add("SELECT 'open', s.revision, s.direction, s.statement, " + dialect.epochMicros("s.at")
                    + ", s.checksum FROM " + history + " s WHERE s.event = 'started' AND s.id = (SELECT max(n.id) FROM "
                    + history
                    + " n WHERE n.revision = s.revision)");
            selects.add("SELECT 'last', l.heads_after, l.directory_hash, 0, 0, NULL FROM " + newest() + " l");
        }
        if (session.held() != null) {
            selects.add("SELECT 'held', CASE WHEN " + session.held() + " THEN 'yes' END, NULL, 0, 0, NULL");
        }
        return selects;
    }

    /** Reads the whole history, oldest first; nothing where there is no table. */
    List<HistoryRow> history() throws SQLException {
        return history("checksum", "ORDER BY id");
    }

    /** Reads the whole history but for its checksums, which are most of it. */
    List<HistoryRow> events() throws SQLException {
        return history(NOTHING, "ORDER BY id");
    }

    /** Reads the newest event of a revision, or {@code null} where it has none. */
    @Nullable HistoryRow lastOf(String revision) throws SQLException {
        List<HistoryRow> rows =
                history("checksum", "WHERE revision = " + dialect.literal(revision) + " ORDER BY id DESC LIMIT 1");
        return rows.isEmpty() ? null : rows.get(0);
    }

    private List<HistoryRow> history(String checksum, String which) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        if (!session.surroundings().historyTable()) {
            return rows;
        }
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT event, direction, revision, statement, " + checksum + ", " + dialect.epochMicros("at")
                                + ", duration_ms, database_user FROM " + history + " " + which)) {
            String event = "";
            String user = null;
            while (row.next()) {
                long millis = row.getLong(7);
                Duration duration = row.wasNull() ? null : Duration.ofMillis(millis);
                // Thousands of rows mostly say the same.
                event = event.equals(row.getString(1)) ? event : row.getString(1);
                user = Objects.equals(user, row.getString(8)) ? user : row.getString(8);
                rows.add(new HistoryRow(
                        event,
                        direction(row.getString(2)),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        row.getInt(4),
                        row.getString(5),
                        instant(row.getLong(6)),
                        duration,
                        user));
            }
        }
        return rows;
    }

    /** Returns the statements that turn the rows of one set of heads into those of another, each a compare-and-set. */
    List<SqlStatement> move(Heads from, Heads to) {
        List<String> gone = new ArrayList<>(from.ids());
        gone.removeAll(to.ids());
        List<String> come = new ArrayList<>(to.ids());
        come.removeAll(from.ids());
        List<SqlStatement> statements = new ArrayList<>();
        int both = Math.min(gone.size(), come.size());
        for (int i = 0; i < both; i++) {
            statements.add(new BookSql()
                    .words("UPDATE " + version + " SET version_num = ")
                    .value(dialect.literal(come.get(i)))
                    .words(" WHERE version_num = ")
                    .value(dialect.literal(gone.get(i)))
                    .compareAndSet());
        }
        for (String id : gone.subList(both, gone.size())) {
            statements.add(new BookSql()
                    .words("DELETE FROM " + version + " WHERE version_num = ")
                    .value(dialect.literal(id))
                    .compareAndSet());
        }
        for (String id : come.subList(both, come.size())) {
            statements.add(new BookSql()
                    .words("INSERT INTO " + version + " (version_num) VALUES (")
                    .value(dialect.literal(id))
                    .words(")")
                    .compareAndSet());
        }
        return statements;
    }

    /** Returns the statement that clears the version table. */
    SqlStatement clear() {
        return SqlStatement.of("DELETE FROM " + version);
    }

    /** Returns the condition that the rows are exactly these. */
    String rowsAre(Heads heads) {
        String ids =
                String.join(", ", heads.ids().stream().map(dialect::literal).toList());
        return heads.isEmpty()
                ? "NOT EXISTS (SELECT 1 FROM " + version + ")"
                : "(SELECT count(*) FROM " + version + ") = " + heads.ids().size() + " AND (SELECT count(*) FROM "
                        + version + " WHERE version_num IN (" + ids + ")) = "
                        + heads.ids().size();
    }

    SqlStatement record(HistoryEntry entry, Application application) {
        FilledRow row = new FilledRow();
        row.put("event", dialect.literal(entry.event()));
        row.put("direction", dialect.literal(entry.direction().name().toLowerCase(Locale.ROOT)));
        row.put("revision", dialect.literal(entry.revision()));
        row.put("heads_after", dialect.literal(String.join(",", entry.heads().ids())));
        row.put("statement", dialect.literal(entry.statement() == 0 ? null : entry.statement()));
        row.put("checksum", dialect.literal(entry.hashes().content()));
        row.put("node_hash", dialect.literal(entry.hashes().node()));
        row.put("directory_hash", dialect.literal(entry.hashes().directory()));
        if (entry.elapsedSince() != null) {
            row.column("duration_ms").words(dialect.millisSince(entry.elapsedSince()));
        }
        row.column("database_user").words(dialect.sessionUser());
        row.put("host", dialect.literal(HostName.get()));
        row.put("application", dialect.literal(application.name()));
        row.put("application_version", dialect.literal(application.version()));
        row.put(dialect.bookColumn("sqlstate"), dialect.literal(entry.failure().sqlState()));
        row.put("message", dialect.literal(entry.failure().message()));
        return row.values.words(")").behind("INSERT INTO " + history + " (" + row.columns + ") VALUES (");
    }

    /** Returns an expression for the moment at which the first statement of a revision was started. */
    String startOf(String revision) {
        return "(SELECT max(s.at) FROM " + history + " s WHERE s.revision = " + dialect.literal(revision)
                + " AND s.event = 'started' AND s.statement = 1)";
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Direction direction(String text) {
        return text.equals("upgrade") ? Direction.UPGRADE : Direction.DOWNGRADE;
    }

    /** What a row says: most of its columns are empty, and drivers and servers read every character of a statement. */
    private static final class FilledRow {

        private final StringBuilder columns = new StringBuilder();

        private final BookSql values = new BookSql();

        void put(String column, String literal) {
            if (!literal.equals(NOTHING)) {
                column(column).value(literal);
            }
        }

        BookSql column(String column) {
            String comma = columns.isEmpty() ? "" : ", ";
            columns.append(comma).append(column);
            return values.words(comma);
        }
    }
}
