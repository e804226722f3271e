/** Public: what statements of PostgreSQL change, read from their text as far as lint rules need it. */
@NullMarked
package dev.migrate.lint.statement;

import org.jspecify.annotations.NullMarked;
