/** Public: revision scripts, how they are read from files and how new ones are written. */
@NullMarked
package dev.migrate.script;

import org.jspecify.annotations.NullMarked;
