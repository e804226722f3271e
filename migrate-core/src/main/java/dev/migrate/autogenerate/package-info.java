/** Internal: from what a schema should be to the operations that make it so. */
@NullMarked
package dev.migrate.autogenerate;

import org.jspecify.annotations.NullMarked;
