/** Internal: meetings and their sessions. */
@NullMarked
package dev.migrate.sample.meeting;

import org.jspecify.annotations.NullMarked;
