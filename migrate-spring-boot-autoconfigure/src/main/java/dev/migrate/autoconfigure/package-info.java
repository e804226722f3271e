/** Public: the wiring of a Spring Boot application, its properties, and what happens at start-up. */
@NullMarked
package dev.migrate.autoconfigure;

import org.jspecify.annotations.NullMarked;
