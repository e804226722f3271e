/** Internal: revisions to be found. */
@NullMarked
package dev.migrate.script.found;

import org.jspecify.annotations.NullMarked;
