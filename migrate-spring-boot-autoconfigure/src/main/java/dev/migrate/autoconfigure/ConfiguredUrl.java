package dev.migrate.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import dev.migrate.error.MigrateException;

/**
 * The address of a database, as somebody has typed it. A pool or a driver says less about what is wrong with it, or repeats a password
 * that is in it.
 *
 * @param property where it is configured
 * @param url the address
 */
record ConfiguredUrl(String property, String url) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)");

    /** Addresses of other tools have it; no driver of PostgreSQL takes it. */
    private static final Pattern USER = Pattern.compile("jdbc:postgresql://[^/?]*@.*");

    /**
     * Looks at it without connecting.
     *
     * @throws MigrateException if no driver can make anything of it
     */
    void check() {
        Matcher open = PLACEHOLDER.matcher(url);
        if (open.find()) {
            throw new MigrateException(
                    property + " names ${" + open.group(1) + "}, which is not set",
                    "Set " + open.group(1) + " in the environment, or as a property.");
        }
        if (!url.startsWith("jdbc:")) {
            throw new MigrateException(property + " is no JDBC URL: it does not begin with jdbc:", form());
        }
        if (USER.matcher(url).matches()) {
            throw new MigrateException(property + " has a user before the host, where a JDBC URL has none", form());
        }
    }

    /**
     * Looks for the driver.
     *
     * @param configured the class that is configured, {@code null} or blank for the one that the address stands for
     * @throws MigrateException if it is not there
     */
    void checkDriver(@Nullable String configured) {
        String driver = StringUtils.hasText(configured)
                ? configured
                : DatabaseDriver.fromJdbcUrl(url).getDriverClassName();
        if (driver == null && PhysicalConnections.registeredDriver(url) == null) {
            throw new MigrateException(
                    "No driver on the class path takes the address in " + property,
                    "Correct it, for PostgreSQL to jdbc:postgresql://host:5432/database, or add its driver to the"
                            + " dependencies of the application.");
        }
        if (driver != null && !ClassUtils.isPresent(driver, null)) {
            throw new MigrateException(
                    "The driver for " + property + " is not on the class path: " + driver,
                    "Add it to the dependencies of the application, or correct the address.");
        }
    }

    private String form() {
        String prefix = property.substring(0, property.lastIndexOf('.'));
        return "Write jdbc:postgresql://host:5432/database, the user as " + prefix + ".username and the password as "
                + prefix + ".password.";
    }
}
