package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Surroundings;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;

/** One connection to one database, and what is known of it; closing it ends whatever it held. */
public final class Session implements AutoCloseable {

    private static final int LOOKS = 4;

    /** A pooler may draw lots for who answers. */
    private static final int LOOKS_AT_A_POOLER = 16;

    private final @Nullable Connection connection;

    private final Dialect dialect;

    private final Surroundings surroundings;

    private final BookTables books;

    private final @Nullable DataSource source;

    private final @Nullable String held;

    private Dialect.@Nullable Restoration before;

    private Session(
            @Nullable Connection connection,
            Dialect dialect,
            Surroundings surroundings,
            BookTables books,
            @Nullable DataSource source,
            @Nullable String held) {
        this.connection = connection;
        this.dialect = dialect;
        this.surroundings = surroundings;
        this.books = books;
        this.source = source;
        this.held = held;
    }

    /**
     * Opens a connection and looks where it has arrived, in one round trip.
     *
     * @throws MigrateException if there is no connection, no dialect for it, or nowhere to keep the books
     */
    public static Session open(DataSource dataSource, Dialects dialects, BookTables configured) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw DatabaseErrors.cannotConnect(e);
        }
        try {
            Dialect dialect = dialects.of(connection);
            try {
                Surroundings surroundings = dialect.look(connection, configured);
                BookTables books = new BookTables(surroundings.schema(), configured.version(), configured.history());
                return new Session(connection, dialect, surroundings, books, dataSource, null);
            } catch (SQLException e) {
                throw DatabaseErrors.unexpected(dialect, e);
            }
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw DatabaseErrors.cannotConnect(e);
        } catch (RuntimeException | Error e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException suppressed) {
            failure.addSuppressed(suppressed);
        }
    }

    /**
     * Returns a session with no connection, for printing SQL where the database cannot be asked.
     *
     * @param configured an empty schema stands for the one that the dialect takes for granted
     */
    public static Session offline(Dialect dialect, BookTables configured) {
        String schema = configured.schema().isEmpty() ? dialect.scriptStyle().schema() : configured.schema();
        return new Session(
                null,
                dialect,
                new Surroundings("", schema, true, false, false, ""),
                new BookTables(schema, configured.version(), configured.history()),
                null,
                null);
    }

    /** A pool may have no second connection to give, or need it for the application. */
    private @Nullable DataSource others() {
        try {
            return source != null
                            && source.isWrapperFor(AbstractDriverBasedDataSource.class)
                            && !source.isWrapperFor(SmartDataSource.class)
                    ? source.unwrap(AbstractDriverBasedDataSource.class)
                    : null;
        } catch (SQLException | RuntimeException e) {
            // Not every DataSource knows what it wraps; then nobody watches.
            LoggerFactory.getLogger(Session.class).debug("Where connections come from is not known", e);
            return null;
        }
    }

    /** Tells whether there are further connections than the one. */
    boolean isWatchable() {
        return others() != null;
    }

    /**
     * Opens another connection to the same database.
     *
     * @throws IllegalStateException unless this session is watchable
     */
    Connection another() throws SQLException {
        DataSource others = others();
        if (others == null) {
            throw new IllegalStateException("There is only the one connection");
        }
        return others.getConnection();
    }

    /**
     * Returns the connection, in no transaction.
     *
     * @throws IllegalStateException if this session only prints
     */
    public Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("This session only prints");
        }
        return connection;
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns what was seen when the connection had arrived. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Returns the names of the books, in the schema where they are, or will be. */
    public BookTables books() {
        return books;
    }

    /**
     * Makes sure that all statements are answered by one session of the database; whoever changes sessions between transactions
     * would leave settings and locks in one of them. From here on the session may be set as the work needs it: closing sets it back
     * where the session may outlive the connection.
     *
     * @return what tells the session from others, {@code null} where nothing does
     * @throws MigrateException if there are several
     */
    public @Nullable String checkKept() throws SQLException {
        String id = dialect.sessionId(connection());
        if (id != null) {
            checkAnswers(id, LOOKS);
        }
        if (endsWithConnection(id)) {
            return id;
        }
        if (!isWatchable()) {
            before = dialect.remember(connection());
        } else if (id != null) {
            // Poolers like to use the session again that they have used last, so that one client alone sees one only.
            checkOwn(id);
            checkAnswers(id, LOOKS_AT_A_POOLER);
        }
        return id;
    }

    private void checkAnswers(String id, int looks) throws SQLException {
        for (int i = 1; i < looks; i++) {
            if (!id.equals(dialect.sessionId(connection()))) {
                throw notKept("two statements were answered by two sessions");
            }
        }
    }

    private void checkOwn(String id) throws SQLException {
        try (Connection other = another()) {
            if (id.equals(dialect.sessionId(other))) {
                throw notKept("its session answered another connection, too");
            }
        }
    }

    /**
     * Tells whether closing this connection ends the session, with all that it was set to and given: nothing stands between that the
     * driver could see, neither a pool nor a pooler.
     *
     * @param id what tells the session from others, {@code null} where nothing does
     */
    boolean endsWithConnection(@Nullable String id) {
        return id != null && dialect.isDirect(connection(), id);
    }

    static MigrateException notKept(String why) {
        return new MigrateException(
                "The database does not keep the session of this connection: " + why,
                "A pooler in transaction mode stands between. Set migrate.url to the server itself.");
    }

    /** Has names without a schema mean on this connection what they mean in a run. */
    public void settle() throws SQLException {
        try (Statement statement = connection().createStatement()) {
            for (String setting : dialect.sessionSettings(surroundings)) {
                statement.execute(setting);
            }
        }
    }

    /** Reads where names without a schema mean what they mean in a run, and leaves no trace of that in the session. */
    public <T> T aside(Reading<T> reading) throws SQLException {
        connection().setAutoCommit(false);
        try {
            settle();
            return reading.read();
        } finally {
            // A setting ends with the transaction that is rolled back.
            connection().rollback();
            connection().setAutoCommit(true);
        }
    }

    /** Returns how many characters an id in the version table may have. */
    int versionWidth() throws SQLException {
        return surroundings.versionTable() ? dialect.versionWidth(connection(), books) : Integer.MAX_VALUE;
    }

    String table(String name) {
        return books.schema().isEmpty()
                ? dialect.quote(name)
                : dialect.quote(books.schema()) + "." + dialect.quote(name);
    }

    /**
     * Looks again: tables may have appeared while the lock was waited for. From here on the books are read by the session that holds
     * it; a pooler may send what only reads to a server that is behind.
     */
    Session refreshed(RunLock lock) throws SQLException {
        return new Session(
                connection(), dialect, dialect.look(connection(), books), books, source, lock.heldCondition());
    }

    /** Returns an SQL condition that only the session of the run finds true, {@code null} before there is one. */
    @Nullable String held() {
        return held;
    }

    DatabaseInfo info() throws SQLException {
        String version = DatabaseProduct.of(connection()).version();
        int blank = version.indexOf(' ');
        return new DatabaseInfo(
                dialect.name(),
                blank < 0 ? version : version.substring(0, blank),
                surroundings.database(),
                surroundings.schema());
    }

    /** Returns the rows of the version table. */
    public Heads heads() throws SQLException {
        return new Books(this).read().heads();
    }

    /** Says what a failure outside of a script's statements means. */
    public MigrateException explain(SQLException failure) {
        return DatabaseErrors.unexpected(dialect, failure);
    }

    /** What is read aside. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Reads it. */
        T read() throws SQLException;
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (connection) {
            if (before != null) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                before.restore();
            }
        } catch (SQLException e) {
            // Nothing is lost: every write was committed or refused before.
            LoggerFactory.getLogger(Session.class).debug("The connection did not close cleanly", e);
        }
    }
}
