/** Internal: Java revisions of an application. */
@NullMarked
package dev.migrate.autoconfigure.revisions;

import org.jspecify.annotations.NullMarked;
