package dev.migrate.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the {@link javax.sql.DataSource} that migrations use instead of the application's.
 *
 * <p>Declare it with {@code @Bean(defaultCandidate = false)}, so that it stays out of the way of everything else:
 *
 * <pre>{@code
 * @Bean(defaultCandidate = false)
 * @MigrateDataSource
 * DataSource ownerDataSource() {
 *     return new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://db/meetings", "owner", password);
 * }
 * }</pre>
 *
 * <p>Commands use it if {@code migrate.cli.sources} names the class that declares it, and connect like the application otherwise;
 * {@code migrate.url} and {@code migrate.username} are the same for both.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier public @interface MigrateDataSource {}
