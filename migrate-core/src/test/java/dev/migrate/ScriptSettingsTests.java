package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.SqlSyntax;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Target;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TransactionMode;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What a script sets its session to is not there any more for the next one, whether both run together or not. */
class ScriptSettingsTests {

    private static final String NOTE = "INSERT INTO calls SELECT 9, current_setting('check_function_bodies')"
            + " || ' ' || current_setting('application_name')";

    private final OutsideTransaction test;

    ScriptSettingsTests(@TempDir Path folder) {
        this.test = new OutsideTransaction(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET check_function_bodies = false; SELECT set_config('search_path', '', false)",
                "DO $$ BEGIN PERFORM set_config('search_path', '', false); SET check_function_bodies = off; END $$",
                "(SELECT set_config('search_path', '', false)); /* SET */ SET check_function_bodies = off"
            })
    void endWithIt(String sets) {
        test.script("b", "a", "", sets, "");
        test.script("c", "b", " transaction=false", "CREATE INDEX CONCURRENTLY calls_id ON calls (id);\n" + NOTE, "");
        test.script("d", "c", "", NOTE, "");

        assertThat(test.migrator().upgrade(Target.heads()).steps()).hasSize(3);

        assertThat(notes()).containsExactly("on migrate", "on migrate");
    }

    @Test
    void roleEndsWithIt() {
        String role = TestDatabases.role("");
        test.jdbc.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
        test.script("b", "a", "", "SET ROLE " + role, "");
        test.script("d", "b", "", "INSERT INTO calls VALUES (9, current_user)", "");

        test.migrator().upgrade(Target.heads());

        assertThat(notes())
                .containsExactly(test.jdbc.queryForObject("SELECT current_user", String.class))
                .doesNotContain(role);
    }

    @Test
    void endWithAnOperationOfTheApplicationsOwn() {
        test.script("d", "b", "", NOTE, "");

        test.migrator(new Lax()).upgrade(Target.heads());

        assertThat(notes()).containsExactly("on migrate");
    }

    @Test
    void endWithItInOneTransaction() {
        test.script("b", "a", "", "SET check_function_bodies = false", "");
        test.script("d", "b", "", NOTE, "");

        test.migrator(RunSettings.defaults().withTransaction(TransactionMode.SINGLE))
                .upgrade(Target.heads());

        assertThat(notes()).containsExactly("on migrate");
    }

    @Test
    void areResetInPrintedSqlToo() {
        test.script("b", "a", "", "SET check_function_bodies = false", "");
        test.script("d", "b", "", NOTE, "");
        test.script("e", "d", "", NOTE, "");
        StringBuilder out = new StringBuilder();

        test.migrator().printRun(Direction.UPGRADE, Target.heads(), null, out);

        assertThat(out.toString().split("RESET ALL;\n", -1)).hasSize(2);
        assertThat(out)
                .containsSubsequence(
                        "check_function_bodies = false", "COMMIT;", "RESET ALL;", "-- Running upgrade b -> d");
    }

    @RevisionHeader(id = "b", revises = "a", message = "check no bodies")
    static final class Lax implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.add(new CheckNoBodies());
        }
    }

    record CheckNoBodies() implements CustomOperation {

        @Override
        public String describe() {
            return "check no bodies";
        }

        @Override
        public List<Operation> reverse() {
            return List.of();
        }

        @Override
        public List<String> toSql(SqlSyntax syntax) {
            return List.of("SET check_function_bodies = false");
        }
    }

    private List<String> notes() {
        return test.jdbc.queryForList("SELECT name FROM calls WHERE id = 9", String.class);
    }
}
