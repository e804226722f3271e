package dev.migrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Two scripts, an empty database, and the words for what the tests of a dialect do with them. */
abstract class DialectFixture {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    protected Path folder;

    /** The database of this test. */
    @SuppressWarnings("NullAway.Init")
    protected DataSource database;

    /** Statements on it. */
    @SuppressWarnings("NullAway.Init")
    protected JdbcTemplate jdbc;

    /** Returns a new empty database. */
    protected abstract DataSource newDatabase();

    @BeforeEach
    void twoRevisions() {
        database = newDatabase();
        jdbc = new JdbcTemplate(database);
        script("a", "", "CREATE TABLE users (id integer PRIMARY KEY);", "DROP TABLE users;");
        script("b", "a", "CREATE TABLE calls (id integer);\nINSERT INTO calls VALUES (1);", "DROP TABLE calls;");
    }

    /** Runs printed SQL statement by statement on one connection, as the database's own client would. */
    final void runAsScript(String text) {
        String opening = dialect().scriptStyle().opening();
        assertThat(text).startsWith(opening);
        List<String> statements = List.of(
                text.substring(opening.length()).replaceAll("(?m)^--.*$", "").split(";\\s*\\n\\s*\\n"));
        TestDatabases.execute(
                database,
                statements.stream().map(String::strip).filter(s -> !s.isEmpty()).toArray(String[]::new));
    }

    /** Returns the dialect that a migrator would choose here. */
    protected final Dialect dialect() {
        try (Connection connection = database.getConnection()) {
            return new Dialects(List.of()).of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a table's name in the quotes of this database. */
    protected final String quoted(String table) {
        return dialect().quote(table);
    }

    final List<String> events(String event) {
        return jdbc.queryForList(
                "SELECT revision FROM " + quoted("migrate_history") + " WHERE event = ? ORDER BY id",
                String.class,
                event);
    }

    final int count(String table) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }

    final boolean exists(String table) {
        try (Connection connection = database.getConnection();
                var tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT).equals(table)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a migrator with the scripts of this test. */
    protected final Migrator migrator() {
        return migrator(settings());
    }

    /** Returns the settings for the scripts of this test. */
    protected final MigrateSettings settings() {
        return settings(TransactionMode.PER_REVISION, Duration.ofMinutes(1));
    }

    final Migrator migrator(MigrateSettings settings) {
        return new Migrator(settings, database);
    }

    final MigrateSettings settings(TransactionMode mode, Duration lockWait) {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(
                List.of("file:" + folder),
                folder,
                defaults.fileTemplate(),
                null,
                defaults.run().withTransaction(mode).withLockWait(lockWait));
    }

    /** Writes a script. */
    protected final void script(String id, String revises, String upgrade, String downgrade) {
        script(id, revises, upgrade, downgrade, "");
    }

    final void script(String id, String revises, String upgrade, String downgrade, String options) {
        String text = "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                + "-- message: " + id + "\n\n-- migrate:upgrade" + options + "\n" + upgrade
                + "\n\n-- migrate:downgrade\n" + downgrade + "\n";
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
