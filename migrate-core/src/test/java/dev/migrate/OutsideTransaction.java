package dev.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.dialect.Timeouts;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunSettings;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClass;
import dev.migrate.testing.TestDatabases;

/** A database with the table {@code calls}, and one revision {@code c} whose statements run outside a transaction. */
final class OutsideTransaction {

    final DriverManagerDataSource database = TestDatabases.postgres();

    final JdbcTemplate jdbc = new JdbcTemplate(database);

    private final Path folder;

    OutsideTransaction(Path folder) {
        this.folder = folder;
        script("a", "", "", "CREATE TABLE calls (id int, name text); INSERT INTO calls VALUES (1, 'x'), (2, 'y');", "");
        migrator().upgrade(Target.heads());
    }

    OutsideTransaction revision(String upgrade) {
        return revision(upgrade, "");
    }

    OutsideTransaction revision(String upgrade, String downgrade) {
        script("c", "a", " transaction=false", upgrade, downgrade);
        return this;
    }

    /** Leaves the books as a process does that is killed while it runs a statement. */
    OutsideTransaction killedAt(int statement) {
        return killedAt(statement, "upgrade");
    }

    OutsideTransaction killedAt(int statement, String direction) {
        jdbc.update(
                "INSERT INTO migrate_history (event, direction, revision, heads_after, statement, checksum)"
                        + " VALUES ('started', ?, 'c', 'a', ?, ?)",
                direction,
                statement,
                migrator().scripts().script("c").checksum());
        return this;
    }

    /** Runs a statement that is cut off in the middle because another session is in the way. */
    OutsideTransaction cutOff(String statement) {
        try (Connection other = database.getConnection();
                Statement writer = other.createStatement();
                Connection own = database.getConnection();
                Statement cut = own.createStatement()) {
            other.setAutoCommit(false);
            writer.execute("INSERT INTO calls VALUES (0, '')");
            cut.execute("SET lock_timeout = '300ms'");
            try {
                cut.execute(statement);
                throw new IllegalStateException("Nothing was in the way of " + statement);
            } catch (SQLException e) {
                other.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Migrator migrator(RunListener... listeners) {
        return migrator(RunSettings.defaults(), listeners);
    }

    Migrator migrator(RunSettings run, RunListener... listeners) {
        return new Migrator(settings(run), database, List.of(), List.of(listeners));
    }

    Migrator migrator(JavaRevision revision) {
        return new Migrator(
                settings(RunSettings.defaults()),
                database,
                new Extensions(List.of(), List.of(), () -> List.of(RevisionClass.of(revision))));
    }

    /** Returns settings in which nobody waits long. */
    static RunSettings hasty(Duration lock, Duration retryFor) {
        RunSettings defaults = RunSettings.defaults();
        return defaults.withTimeouts(new Timeouts(lock, defaults.timeouts().statement()))
                .withRetryFor(retryFor);
    }

    /** Returns the indexes of the table, an exclamation mark behind those that are of no use. */
    List<String> indexes() {
        return jdbc.queryForList(
                "SELECT indexrelid::regclass || CASE WHEN indisvalid AND indisready AND indislive THEN '' ELSE '!' END"
                        + " FROM pg_index WHERE indrelid = 'calls'::regclass ORDER BY 1",
                String.class);
    }

    List<String> events() {
        return jdbc.queryForList(
                "SELECT event || coalesce(' ' || statement, '') FROM migrate_history WHERE revision = 'c' ORDER BY id",
                String.class);
    }

    void script(String id, String revises, String options, String upgrade, String downgrade) {
        String text = """
                -- revision: %s
                %s-- message: %s

                -- migrate:upgrade%s
                %s

                -- migrate:downgrade%s
                %s
                """.formatted(
                id, revises.isEmpty() ? "" : "-- revises: " + revises + "\n", id, options, upgrade, options, downgrade);
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MigrateSettings settings(RunSettings run) {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(List.of("file:" + folder), folder, defaults.fileTemplate(), null, run);
    }
}
