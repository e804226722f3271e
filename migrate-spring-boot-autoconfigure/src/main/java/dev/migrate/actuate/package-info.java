/** Public: the endpoint, the health indicator and the metrics. */
@NullMarked
package dev.migrate.actuate;

import org.jspecify.annotations.NullMarked;
