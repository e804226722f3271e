/** Internal: the application of the first package, a release later. */
@NullMarked
package dev.migrate.cli.model.second;

import org.jspecify.annotations.NullMarked;
