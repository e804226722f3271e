package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionDetailsTests {

    @Test
    void theDatabaseOfDockerComposeIsMigrated() {
        ConnectionDetails details = new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(new Given(), false)
                .get(MigrateConnectionDetails.class);
        assertThat(details).isInstanceOfSatisfying(MigrateConnectionDetails.class, found -> {
            assertThat(found.jdbcUrl()).isEqualTo("jdbc:postgresql://compose/shop");
            assertThat(found.username()).isEqualTo("owner");
            assertThat(found.password()).isEqualTo("secret");
            assertThat(found.driverClassName()).isEqualTo("org.postgresql.Driver");
        });
    }

    private static final class Given implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "owner";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://compose/shop";
        }
    }
}
