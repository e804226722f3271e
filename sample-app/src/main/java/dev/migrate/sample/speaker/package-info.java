/** Internal: who joined, spoke and left, and when. */
@NullMarked
package dev.migrate.sample.speaker;

import org.jspecify.annotations.NullMarked;
