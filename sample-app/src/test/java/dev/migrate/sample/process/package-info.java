/** Internal: what only processes of their own can show, with the jar that users run. */
@NullMarked
package dev.migrate.sample.process;

import org.jspecify.annotations.NullMarked;
