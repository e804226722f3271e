/** Internal: the fault suite: whatever goes wrong around a run, every revision takes effect exactly once. */
@NullMarked
package dev.migrate.faults;

import org.jspecify.annotations.NullMarked;
