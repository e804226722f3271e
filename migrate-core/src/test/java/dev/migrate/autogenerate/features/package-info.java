/** Internal: one small entity model for each feature of a mapping. */
@NullMarked
package dev.migrate.autogenerate.features;

import org.jspecify.annotations.NullMarked;
