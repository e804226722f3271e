/** Internal: Java backfills of an application. */
@NullMarked
package dev.migrate.autoconfigure.backfills;

import org.jspecify.annotations.NullMarked;
