/** Internal: an application without entities. */
@NullMarked
package dev.migrate.cli.model.none;

import org.jspecify.annotations.NullMarked;
