/** Internal: what was said in a session, and the search in it. */
@NullMarked
package dev.migrate.sample.transcription;

import org.jspecify.annotations.NullMarked;
