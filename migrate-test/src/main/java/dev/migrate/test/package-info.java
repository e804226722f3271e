/** Public: the tests that every application wants for its revisions. */
@NullMarked
package dev.migrate.test;

import org.jspecify.annotations.NullMarked;
