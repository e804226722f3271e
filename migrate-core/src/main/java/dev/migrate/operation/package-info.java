/** Public: the changes that a revision script is made of. */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
