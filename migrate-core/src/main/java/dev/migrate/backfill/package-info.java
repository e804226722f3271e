/** Public: batched data migrations, which survive restarts and which several processes share. */
@NullMarked
package dev.migrate.backfill;

import org.jspecify.annotations.NullMarked;
