/** Internal: Java revisions that cannot be loaded. */
@NullMarked
package dev.migrate.autoconfigure.broken;

import org.jspecify.annotations.NullMarked;
