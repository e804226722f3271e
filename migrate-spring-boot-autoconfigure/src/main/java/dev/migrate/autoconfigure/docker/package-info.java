/** Internal: migrates the database that Docker Compose has started. */
@NullMarked
package dev.migrate.autoconfigure.docker;

import org.jspecify.annotations.NullMarked;
