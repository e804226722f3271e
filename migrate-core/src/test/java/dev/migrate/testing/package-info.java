/** Internal: databases for the tests of every module. */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;
