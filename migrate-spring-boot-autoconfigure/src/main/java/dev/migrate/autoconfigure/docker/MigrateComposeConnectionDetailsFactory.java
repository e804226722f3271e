package dev.migrate.autoconfigure.docker;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import dev.migrate.autoconfigure.MigrateConnectionDetails;

/** Has migrations connect to the database that Docker Compose has started for the application. */
final class MigrateComposeConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrateConnectionDetails> {

    @Override
    public MigrateConnectionDetails getConnectionDetails(JdbcConnectionDetails source) {
        return new Adapter(source);
    }

    private record Adapter(JdbcConnectionDetails source) implements MigrateConnectionDetails {

        @Override
        public String jdbcUrl() {
            return source.getJdbcUrl();
        }

        @Override
        public @Nullable String username() {
            return source.getUsername();
        }

        @Override
        public @Nullable String password() {
            return source.getPassword();
        }

        @Override
        public String driverClassName() {
            return source.getDriverClassName();
        }
    }
}
