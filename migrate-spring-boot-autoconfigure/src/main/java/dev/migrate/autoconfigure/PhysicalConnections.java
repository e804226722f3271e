package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariCredentialsProvider;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

import static java.util.Objects.requireNonNull;

/** Opens connections to the same database, as the same user, as a pool, without taking one out of it. */
final class PhysicalConnections {

    /** Below this version migrate does not work anyway, and knowing it saves the driver round trips on connecting. */
    private static final String OLDEST_SERVER = "14";

    private static final String ASSUME_VERSION = "assumeMinServerVersion";

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", PhysicalConnections.class.getClassLoader());

    private PhysicalConnections() {}

    /** Returns a DataSource that connects as the pool does, or {@code null} where the pool does not tell how. */
    static @Nullable SimpleDriverDataSource like(DataSource pool) {
        SimpleDriverDataSource own = derived(pool);
        if (own == null || own.getUrl() == null) {
            return null;
        }
        prepared(own);
        if (own.getDriver() == null) {
            return null;
        }
        return HIKARI ? LikeHikari.of(pool, own) : own;
    }

    /** Returns the URL that a DataSource connects to, or {@code null} where it does not tell. */
    static @Nullable String url(DataSource dataSource) {
        SimpleDriverDataSource own = derived(dataSource);
        return own == null ? null : own.getUrl();
    }

    /** Adds the driver properties that make connecting cheap, and the driver where Spring Boot does not know it by the URL. */
    static SimpleDriverDataSource prepared(SimpleDriverDataSource dataSource) {
        String url = dataSource.getUrl();
        if (url != null && dataSource.getDriver() == null) {
            dataSource.setDriver(registeredDriver(url));
        }
        if (url != null && url.startsWith("jdbc:postgresql:") && !url.contains(ASSUME_VERSION)) {
            Properties properties = new Properties();
            properties.setProperty(ASSUME_VERSION, OLDEST_SERVER);
            dataSource.setConnectionProperties(properties);
        }
        return dataSource;
    }

    /** Returns a driver that takes an address, {@code null} if none on the class path does. */
    static @Nullable Driver registeredDriver(String url) {
        try {
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            return null;
        }
    }

    private static @Nullable SimpleDriverDataSource derived(DataSource pool) {
        try {
            return DataSourceBuilder.derivedFrom(pool)
                    .type(SimpleDriverDataSource.class)
                    .build();
        } catch (RuntimeException e) {
            // The builder has no common exception for a DataSource that it cannot read.
            return null;
        }
    }

    /** Connects as a pool of HikariCP does, also in what the builder does not copy; apart, because HikariCP is optional. */
    private static final class LikeHikari extends SimpleDriverDataSource {

        private final HikariDataSource pool;

        private LikeHikari(HikariDataSource pool, SimpleDriverDataSource derived) {
            super(requireNonNull(derived.getDriver()), requireNonNull(derived.getUrl()));
            this.pool = pool;
            Properties properties = new Properties();
            if (derived.getConnectionProperties() != null) {
                properties.putAll(derived.getConnectionProperties());
            }
            properties.putAll(pool.getDataSourceProperties());
            setConnectionProperties(properties);
            setSchema(pool.getSchema());
        }

        static SimpleDriverDataSource of(DataSource pool, SimpleDriverDataSource derived) {
            HikariDataSource hikari =
                    DataSourceUnwrapper.unwrap(pool, HikariConfigMXBean.class, HikariDataSource.class);
            return hikari == null ? derived : new LikeHikari(hikari, derived);
        }

        @Override
        public Connection getConnection() throws SQLException {
            // Credentials that are leased, or tokens, are others after a while.
            HikariCredentialsProvider provider = pool.getCredentialsProvider();
            Credentials now = provider == null ? pool.getCredentials() : provider.getCredentials();
            Connection connection = getConnectionFromDriver(now.getUsername(), now.getPassword());
            String first = pool.getConnectionInitSql();
            if (first == null) {
                return connection;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(first);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }
}
