/** Public: what a statement costs on a running PostgreSQL: locks, rewrites, scans. */
@NullMarked
package dev.migrate.lint.effect;

import org.jspecify.annotations.NullMarked;
