package dev.migrate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that need a MariaDB server, which CONTRIBUTING.md says how to start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "MIGRATE_TEST_MARIADB_URL",
        matches = ".+",
        disabledReason = "MIGRATE_TEST_MARIADB_URL names no MariaDB server, see CONTRIBUTING.md")
public @interface RequiresMariaDb {}
