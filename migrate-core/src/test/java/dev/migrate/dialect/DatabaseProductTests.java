package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseProductTests {

    @Test
    void postgresqlIsWhatItsMetadataSays() throws SQLException {
        DataSource database = TestDatabases.postgres();
        try (Connection connection = database.getConnection();
                Connection wrapped = new LazyConnectionDataSourceProxy(database).getConnection()) {
            assertThat(DatabaseProduct.of(connection))
                    .isEqualTo(told(connection.getMetaData()))
                    .isEqualTo(DatabaseProduct.of(wrapped));
        }
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:product", "jdbc:sqlite::memory:"})
    void anyOtherDatabaseIsAsked(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(DatabaseProduct.of(connection)).isEqualTo(told(connection.getMetaData()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "18.6, 18, 6",
        "14.2 (Debian 14.2-1.pgdg110+1), 14, 2",
        "19beta1, 19, 0",
        "18devel, 18, 0",
        "17, 17, 0",
        "'', 0, 0"
    })
    void versionsBeginWithNumbers(String version, int major, int minor) {
        assertThat(DatabaseProduct.postgresql(version))
                .isEqualTo(new DatabaseProduct("PostgreSQL", version, major, minor));
    }

    private static DatabaseProduct told(DatabaseMetaData database) throws SQLException {
        return new DatabaseProduct(
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion(),
                database.getDatabaseMajorVersion(),
                database.getDatabaseMinorVersion());
    }
}
