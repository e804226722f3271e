/** Internal: backfills that are written in Java, beside those in {@code db/backfills}. */
@NullMarked
package dev.migrate.sample.backfills;

import org.jspecify.annotations.NullMarked;
