/** Public: what statements cost, asked of a server that runs them. */
@NullMarked
package dev.migrate.lint.trace;

import org.jspecify.annotations.NullMarked;
