/** Public: how a database spells what the engine needs of it. */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
