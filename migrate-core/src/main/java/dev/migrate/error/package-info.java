/** Public: the one exception family. */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
