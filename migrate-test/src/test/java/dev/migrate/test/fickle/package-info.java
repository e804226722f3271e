/** Internal: a revision that is another each time it is read. */
@NullMarked
package dev.migrate.test.fickle;

import org.jspecify.annotations.NullMarked;
