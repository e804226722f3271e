/** Internal: side-by-side measurements of migrate, Flyway, Liquibase and plain JDBC. */
@NullMarked
package dev.migrate.benchmarks;

import org.jspecify.annotations.NullMarked;
