/** Internal: migrates the database of a {@code @ServiceConnection} container. */
@NullMarked
package dev.migrate.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
