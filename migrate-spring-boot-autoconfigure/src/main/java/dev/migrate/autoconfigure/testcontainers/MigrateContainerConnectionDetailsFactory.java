package dev.migrate.autoconfigure.testcontainers;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.JdbcDatabaseContainer;

import dev.migrate.autoconfigure.MigrateConnectionDetails;

/** Has migrations connect to the container of a {@code @ServiceConnection}. */
final class MigrateContainerConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<JdbcDatabaseContainer<?>, MigrateConnectionDetails> {

    @Override
    protected MigrateConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
        return new MigrateContainerConnectionDetails(source);
    }

    /** Asks the container each time, because it may not have started yet. */
    private static final class MigrateContainerConnectionDetails
            extends ContainerConnectionDetails<JdbcDatabaseContainer<?>> implements MigrateConnectionDetails {

        MigrateContainerConnectionDetails(ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
            super(source);
        }

        @Override
        public String jdbcUrl() {
            return getContainer().getJdbcUrl();
        }

        @Override
        public String username() {
            return getContainer().getUsername();
        }

        @Override
        public String password() {
            return getContainer().getPassword();
        }

        @Override
        public String driverClassName() {
            return getContainer().getDriverClassName();
        }
    }
}
