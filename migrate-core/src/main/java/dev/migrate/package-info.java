/** Public: the front door. */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
