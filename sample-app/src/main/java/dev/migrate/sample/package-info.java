/** Internal: the sample application, a meeting-transcription service. */
@NullMarked
package dev.migrate.sample;

import org.jspecify.annotations.NullMarked;
