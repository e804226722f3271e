/** Internal: an application whose entities are elsewhere. */
@NullMarked
package dev.migrate.cli.model.scanned;

import org.jspecify.annotations.NullMarked;
