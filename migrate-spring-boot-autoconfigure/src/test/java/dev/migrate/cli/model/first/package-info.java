/** Internal: an application with one entity. */
@NullMarked
package dev.migrate.cli.model.first;

import org.jspecify.annotations.NullMarked;
