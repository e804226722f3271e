/** Public: revisions, their graph, and plans through it; pure values and pure functions. */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
