/** Public: lint, which says before a run what a revision would do to a database in use. */
@NullMarked
package dev.migrate.lint;

import org.jspecify.annotations.NullMarked;
