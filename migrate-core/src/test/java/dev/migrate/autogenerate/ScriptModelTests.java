package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptModelTests {

    private final DataSource database = TestDatabases.postgres();

    @Test
    void whatTheScriptMakesIsGoneAgain() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.builtIn().get(0);
            Schema before = dialect.inspect(connection, List.of("public"));

            Model model = new ScriptModel("schema.sql", "CREATE TABLE t (id serial); CREATE VIEW v AS SELECT id FROM t")
                    .read(connection, dialect, "public");

            assertThat(model.schema().tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("t");
            assertThat(dialect.inspect(connection, List.of("public"))).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void aDatabaseThatKeepsATryIsNotTouched() throws SQLException {
        Dialect keeping = Dialects.builtIn().stream()
                .filter(dialect -> dialect.name().equals("MariaDB"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = database.getConnection()) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() ->
                            new ScriptModel("schema.sql", "CREATE TABLE t (id int)").read(connection, keeping, "test"))
                    .withMessageContaining("MariaDB keeps what was only created for a try");
        }
    }
}
