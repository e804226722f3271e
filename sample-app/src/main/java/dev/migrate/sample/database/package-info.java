/** Internal: the PostgreSQL that the sample application starts when it is given none. */
@NullMarked
package dev.migrate.sample.database;

import org.jspecify.annotations.NullMarked;
