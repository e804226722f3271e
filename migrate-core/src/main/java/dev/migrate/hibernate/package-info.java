/** Internal: reads the schema that an entity model asks for. */
@NullMarked
package dev.migrate.hibernate;

import org.jspecify.annotations.NullMarked;
