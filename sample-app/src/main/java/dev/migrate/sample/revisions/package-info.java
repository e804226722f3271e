/** Internal: revisions that are written in Java, behind those in {@code db/revisions}. */
@NullMarked
package dev.migrate.sample.revisions;

import org.jspecify.annotations.NullMarked;
