/** Internal: the command line inside the application. */
@NullMarked
package dev.migrate.cli;

import org.jspecify.annotations.NullMarked;
