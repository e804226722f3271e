/** Internal: users of the service and their API tokens. */
@NullMarked
package dev.migrate.sample.user;

import org.jspecify.annotations.NullMarked;
