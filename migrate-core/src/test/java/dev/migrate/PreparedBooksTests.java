package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rows of a long run are written by statements that its session has prepared, and are what they are without that. */
class PreparedBooksTests {

    /** Has the table tell what is prepared when the script runs; the driver has statements of its own. */
    private static final String NOTE =
            "INSERT INTO calls SELECT 100, regexp_replace(name, '_[0-9a-f]+', '') FROM pg_prepared_statements"
                    + " WHERE name LIKE 'migrate%'";

    private final OutsideTransaction test;

    private int steps;

    PreparedBooksTests(@TempDir Path folder) {
        this.test = new OutsideTransaction(folder);
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void areWrittenByTheirNamesOnceTheyComeOften(TransactionMode mode) {
        plain(8);
        next(NOTE);
        Migrator migrator = test.migrator(RunSettings.defaults().withTransaction(mode));

        migrator.upgrade(Target.heads());
        assertThat(prepared()).containsExactly("migrate_1", "migrate_2");
        assertBooks("applied", 10);

        migrator.downgrade(Target.parse("a"));
        assertBooks("reverted", 9);
        assertThat(test.jdbc.queryForList("SELECT version_num FROM migrate_version", String.class))
                .containsExactly("a");
    }

    @Test
    void areTextInAShortRun() {
        plain(3);
        next(NOTE);

        test.migrator().upgrade(Target.heads());

        assertThat(prepared()).isEmpty();
        assertBooks("applied", 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEALLOCATE ALL",
                "DO $$ DECLARE it text; BEGIN FOR it IN SELECT name FROM pg_prepared_statements"
                        + " WHERE name LIKE 'migrate%' LOOP EXECUTE 'DEALLOCATE ' || it; END LOOP; END $$"
            })
    void areTextWhereAScriptMayTakeAwayWhatIsPrepared(String takesAway) {
        plain(6);
        next(takesAway);
        next(NOTE);
        plain(6);
        next(NOTE);

        test.migrator().upgrade(Target.heads());

        assertThat(prepared()).containsExactly("migrate_3", "migrate_4");
        assertBooks("applied", 16);
    }

    @Test
    void arePreparedAnewWhenARevisionIsTriedAgain() {
        plain(1);
        next(
                "CREATE SEQUENCE tries; CREATE FUNCTION try() RETURNS int LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF nextval('tries') % 2 = 1 THEN RAISE EXCEPTION USING ERRCODE = '40001'; END IF; RETURN 7; END $$");
        for (int i = 0; i < 6; i++) {
            // One of the attempts that fail is the fifth.
            next("INSERT INTO calls SELECT try(), ''");
        }
        plain(6);
        next(NOTE);

        test.migrator().upgrade(Target.heads());

        assertThat(prepared()).hasSize(2);
        assertBooks("applied", 16);
    }

    @Test
    void areStillComparedBeforeTheyAreSet() {
        plain(7);
        next("UPDATE migrate_version SET version_num = 'z'");

        assertThatThrownBy(() -> test.migrator().upgrade(Target.heads()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("changed by somebody else");

        assertThat(test.jdbc.queryForList("SELECT version_num FROM migrate_version", String.class))
                .containsExactly("r7");
    }

    @Test
    void areTheSameWithoutATransaction() {
        for (int i = 0; i < 7; i++) {
            step(" transaction=false", "CREATE INDEX CONCURRENTLY calls_" + i + " ON calls (id)");
        }
        next(NOTE);

        test.migrator().upgrade(Target.heads());

        assertThat(prepared()).isNotEmpty();
        assertBooks("applied", 9);
        assertThat(test.jdbc.queryForObject(
                        "SELECT count(*) FROM migrate_history WHERE event = 'started' AND statement = 1",
                        Integer.class))
                .isEqualTo(7);
    }

    @Test
    void leaveNothingInASessionThatOutlivesTheRun() {
        plain(8);
        try (SingleConnectionDataSource pool =
                new SingleConnectionDataSource(String.valueOf(test.database.getUrl()), true)) {
            new Migrator(test.migrator().settings(), pool).upgrade(Target.heads());

            assertThat(new JdbcTemplate(pool)
                            .queryForList(
                                    "SELECT name FROM pg_prepared_statements WHERE name LIKE 'migrate%'", String.class))
                    .isEmpty();
        }
        assertBooks("applied", 9);
    }

    private void plain(int count) {
        for (int i = 0; i < count; i++) {
            next("INSERT INTO calls VALUES (9, 'it''s $1')");
        }
    }

    private void next(String upgrade) {
        step("", upgrade);
    }

    private void step(String options, String upgrade) {
        String before = steps == 0 ? "a" : "r" + steps;
        steps++;
        test.script("r" + steps, before, options, upgrade, "DELETE FROM calls WHERE id = 100");
    }

    private List<String> prepared() {
        return test.jdbc.queryForList("SELECT name FROM calls WHERE id = 100 ORDER BY name", String.class);
    }

    /** Every revision has one row of the event, with a checksum, a time and the heads behind it. */
    private void assertBooks(String event, int rows) {
        assertThat(test.jdbc.queryForObject(
                        "SELECT count(DISTINCT revision) FROM migrate_history WHERE event = ? AND length(checksum) = 64"
                                + " AND duration_ms >= 0 AND database_user = session_user AND heads_after = CASE event"
                                + " WHEN 'applied' THEN revision ELSE replace('r' || substr(revision, 2)::int - 1, 'r0', 'a') END",
                        Integer.class,
                        event))
                .isEqualTo(rows);
        assertThat(test.jdbc.queryForObject(
                        "SELECT count(*) FROM migrate_history WHERE event = ?", Integer.class, event))
                .isEqualTo(rows);
    }
}
