package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where migrations connect to, if not to where the application's DataSource does. */
public interface MigrateConnectionDetails extends ConnectionDetails {

    /** Returns the JDBC URL, or {@code null} for that of the application's DataSource. */
    @Nullable String jdbcUrl();

    /** Returns the user, or {@code null} for that of the application's DataSource. */
    @Nullable String username();

    /** Returns the password of the user, or {@code null} if there is none. */
    @Nullable String password();

    /** Returns the class of the driver, or {@code null} to find it by the URL. */
    default @Nullable String driverClassName() {
        return null;
    }
}
