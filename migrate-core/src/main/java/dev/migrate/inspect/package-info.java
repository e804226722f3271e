/** Public: reads what a database holds as values. */
@NullMarked
package dev.migrate.inspect;

import org.jspecify.annotations.NullMarked;
