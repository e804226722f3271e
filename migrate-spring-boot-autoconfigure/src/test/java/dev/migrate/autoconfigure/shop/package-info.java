/** Internal: an application to try the wiring on. */
@NullMarked
package dev.migrate.autoconfigure.shop;

import org.jspecify.annotations.NullMarked;
