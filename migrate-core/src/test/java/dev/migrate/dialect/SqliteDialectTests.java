package dev.migrate.dialect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.Extensions;
import dev.migrate.Migrator;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.testing.DialectContract;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SqliteDialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.sqlite(folder);
    }

    @Test
    @Override
    protected void lockEndsWithItsHolder() throws SQLException {
        String url = requireNonNull(((DriverManagerDataSource) database).getUrl());
        Process holder = start(Holder.class, url);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThat(migrator().status().state()).isEqualTo(MigrationState.RUNNING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            holder.destroyForcibly().onExit().join();
        }

        assertThat(migrator().status().state()).isEqualTo(MigrationState.BEHIND);
        assertThat(migrator().upgrade(Target.heads()).steps()).hasSize(2);
    }

    @Test
    void triggerOfAScriptIsOneStatement() {
        trigger();

        migrator().upgrade(Target.heads());

        jdbc.execute("INSERT INTO [us;ers] VALUES (1)");
        assertThat(jdbc.queryForList("SELECT id FROM `log`", Integer.class)).containsExactly(1, -1);
        migrator().downgrade(Target.base());
    }

    @Test
    void scriptsAreReadAgainWhereOnlyTheConnectionTellsWhoseRulesHold() {
        trigger();

        assertThat(new Migrator(
                                settings(),
                                new DelegatingDataSource(database),
                                Extensions.none().withUrl(() -> "jdbc:other:x"))
                        .upgrade(Target.heads())
                        .steps())
                .hasSize(3);
    }

    @Test
    void sqlWithoutADatabaseIsForTheOneThatIsConfigured() {
        Extensions configured = Extensions.none().withUrl(() -> "jdbc:otel:sqlite:nowhere.db");
        StringBuilder printed = new StringBuilder();
        new Migrator(settings(), new DelegatingDataSource(), configured)
                .printRun(Direction.UPGRADE, Target.heads(), Heads.none(), printed);

        assertThat(printed).startsWith(".bail on").contains("BEGIN IMMEDIATE");
    }

    private void trigger() {
        script("c", "b", """
                CREATE TABLE [us;ers] (id integer);
                CREATE TABLE `log` (id integer);
                CREATE TRIGGER t AFTER INSERT ON [us;ers] BEGIN
                    INSERT INTO log VALUES (new.id);
                    INSERT INTO log SELECT CASE WHEN new.id > 0 THEN -new.id END;
                END;
                """, "DROP TABLE [us;ers]; DROP TABLE log;");
    }

    private static Process start(Class<?> main, String argument) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), main.getName(), argument)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that takes the lock and then does nothing until it is killed. */
    static final class Holder {

        private Holder() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws Exception {
            try (Connection connection = DriverManager.getConnection(args[0])) {
                SqliteLock lock = new SqliteLock(connection);
                System.out.println(lock.tryAcquire() ? "held" : "not held");
                Thread.sleep(60_000);
            }
        }
    }
}
