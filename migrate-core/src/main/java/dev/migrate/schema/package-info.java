/** Public: what a database schema is made of, as values without any database's spelling. */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
