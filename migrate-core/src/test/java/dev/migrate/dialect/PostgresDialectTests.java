package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;
import dev.migrate.testing.DialectContract;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresDialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.postgres();
    }

    @Test
    void userWhoMayUseNoSchemaIsToldWhatToGrant() throws SQLException {
        String role = TestDatabases.role("");
        Dialect dialect = dialect();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("REVOKE USAGE ON SCHEMA public FROM public");
            statement.execute("SET ROLE " + role);

            assertThatThrownBy(() -> dialect.look(connection, new BookTables("", "migrate_version", "migrate_history")))
                    .isInstanceOfSatisfying(MigrateException.class, refused -> {
                        assertThat(refused.getMessage()).contains("that the user may use");
                        assertThat(refused.hint()).contains("grant USAGE");
                    });
        }
    }
}
