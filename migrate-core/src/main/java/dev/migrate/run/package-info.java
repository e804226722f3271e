/** Public: carrying out plans, and the state that the database is in. */
@NullMarked
package dev.migrate.run;

import org.jspecify.annotations.NullMarked;
