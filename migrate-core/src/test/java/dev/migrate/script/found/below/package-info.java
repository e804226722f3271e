/** Internal: revisions to be found below others. */
@NullMarked
package dev.migrate.script.found.below;

import org.jspecify.annotations.NullMarked;
