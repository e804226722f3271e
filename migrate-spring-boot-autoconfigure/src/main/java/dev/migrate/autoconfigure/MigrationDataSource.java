package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import dev.migrate.error.MigrateException;

/**
 * Opens the connections that migrations use: physical ones of their own wherever the application's DataSource tells how.
 *
 * <p>Where they come from is found out at the first one, so that everything else works without a database.
 */
final class MigrationDataSource extends AbstractDataSource {

    private final Origins origins;

    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable DataSource resolved;

    MigrationDataSource(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return made().getConnection();
    }

    /** A pool that connects when it is made fails as a bean; that is about the server, and not about the bean. */
    private DataSource made() throws SQLException {
        try {
            return resolved();
        } catch (BeansException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return resolved().getConnection(username, password);
    }

    /** Tells what connections come from, so that a run knows whether it may open a second one. */
    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return super.isWrapperFor(type) || resolved().isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return super.isWrapperFor(type) ? super.unwrap(type) : resolved().unwrap(type);
    }

    /** Returns the URL that connections are opened to, or {@code null} where none is configured; opens none. */
    @Nullable String url() {
        try {
            DataSource own = origins.marked().getIfAvailable();
            if (own != null) {
                return PhysicalConnections.url(own);
            }
            MigrateConnectionDetails connection = origins.details().getIfAvailable();
            if (connection != null && connection.jdbcUrl() != null) {
                return connection.jdbcUrl();
            }
            // Cheaper than the pool that will be made of it.
            JdbcConnectionDetails configured = origins.configured().getIfUnique();
            if (configured != null) {
                return configured.getJdbcUrl();
            }
            DataSource shared = origins.application().getIfUnique();
            return shared == null ? null : PhysicalConnections.url(shared);
        } catch (RuntimeException e) {
            // Without a database everything else still works; who needs a connection is told why there is none.
            return null;
        }
    }

    /** Returns where connections come from. */
    DataSource resolved() {
        lock.lock();
        try {
            DataSource found = resolved;
            if (found == null) {
                found = resolve();
                resolved = found;
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private DataSource resolve() {
        DataSource own = origins.marked().getIfAvailable();
        if (own != null) {
            return own;
        }
        MigrateConnectionDetails connection = origins.details().getIfAvailable();
        String url = connection == null ? null : connection.jdbcUrl();
        if (connection != null && url != null) {
            return at(new ConfiguredUrl("migrate.url", url), connection);
        }
        JdbcConnectionDetails configured = origins.configured().getIfUnique();
        if (configured != null) {
            check(configured);
        }
        DataSource shared = origins.application().getIfUnique();
        if (shared == null) {
            throw new MigrateException(
                    "There is no DataSource to migrate",
                    "Set spring.datasource.url, or migrate.url if only migrations use JDBC; of several DataSource beans mark"
                            + " one @Primary or @MigrateDataSource.");
        }
        if (connection != null && connection.username() != null) {
            return build(DataSourceBuilder.derivedFrom(shared), connection);
        }
        DataSource physical = PhysicalConnections.like(shared);
        return physical == null ? shared : physical;
    }

    private static void check(JdbcConnectionDetails configured) {
        ConfiguredUrl address = new ConfiguredUrl("spring.datasource.url", configured.getJdbcUrl());
        address.check();
        String driver;
        try {
            driver = configured.getDriverClassName();
        } catch (BeansException e) {
            // Spring Boot knows none, and says that no database is configured.
            driver = null;
        } catch (IllegalStateException e) {
            throw new MigrateException(
                    String.valueOf(e.getMessage()),
                    "Correct spring.datasource.driver-class-name, or add the driver to the dependencies of the application.");
        }
        address.checkDriver(driver);
    }

    private DataSource at(ConfiguredUrl address, MigrateConnectionDetails connection) {
        address.check();
        address.checkDriver(connection.driverClassName());
        DataSource alike =
                connection.username() == null && connection.driverClassName() == null ? alike(address) : null;
        return alike == null ? build(DataSourceBuilder.create().url(address.url()), connection) : alike;
    }

    /** Who names another address of the same database, such as the server behind a pooler, need not repeat the user. */
    private @Nullable DataSource alike(ConfiguredUrl address) {
        SimpleDriverDataSource own;
        try {
            DataSource shared = origins.application().getIfUnique();
            own = shared == null ? null : PhysicalConnections.like(shared);
        } catch (BeansException e) {
            return ofConfiguredUser(address);
        }
        if (own == null || DatabaseDriver.fromJdbcUrl(own.getUrl()) != DatabaseDriver.fromJdbcUrl(address.url())) {
            return null;
        }
        own.setUrl(address.url());
        return own;
    }

    /** Where only migrations have an address, the application may still have a user. */
    private @Nullable DataSource ofConfiguredUser(ConfiguredUrl address) {
        JdbcConnectionDetails configured = origins.configured().getIfUnique();
        try {
            return configured == null || configured.getUsername() == null
                    ? null
                    : build(DataSourceBuilder.create()
                            .url(address.url())
                            .username(configured.getUsername())
                            .password(configured.getPassword()));
        } catch (BeansException e) {
            // Spring Boot looks for the user of an embedded database, and finds neither.
            return null;
        }
    }

    private static DataSource build(DataSourceBuilder<?> builder, MigrateConnectionDetails connection) {
        if (connection.username() != null) {
            builder.username(connection.username()).password(connection.password());
        }
        String driver = connection.driverClassName();
        if (driver != null && !driver.isBlank()) {
            builder.driverClassName(driver);
        }
        return build(builder);
    }

    private static DataSource build(DataSourceBuilder<?> builder) {
        return PhysicalConnections.prepared(
                builder.type(SimpleDriverDataSource.class).build());
    }

    /**
     * Where connections may come from, the first that is there.
     *
     * @param marked the DataSource marked with {@link MigrateDataSource}
     * @param details where to connect to
     * @param application the application's DataSource
     * @param configured what the application's DataSource is made of, if Spring Boot makes it
     */
    record Origins(
            ObjectProvider<DataSource> marked,
            ObjectProvider<MigrateConnectionDetails> details,
            ObjectProvider<DataSource> application,
            ObjectProvider<JdbcConnectionDetails> configured) {}
}
