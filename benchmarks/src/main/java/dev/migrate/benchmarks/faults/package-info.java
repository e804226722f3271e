/** Internal: kills, crowds and orphans, made the same way for migrate, Flyway and Liquibase. */
@NullMarked
package dev.migrate.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
