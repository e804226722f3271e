package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

/** The connection that {@code migrate.url}, {@code username}, {@code password} and {@code driver-class-name} describe. */
final class PropertiesConnectionDetails implements MigrateConnectionDetails {

    private final MigrateProperties properties;

    PropertiesConnectionDetails(MigrateProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable String jdbcUrl() {
        return properties.url();
    }

    @Override
    public @Nullable String username() {
        return properties.username();
    }

    @Override
    public @Nullable String password() {
        return properties.password();
    }

    @Override
    public @Nullable String driverClassName() {
        return properties.driverClassName();
    }
}
