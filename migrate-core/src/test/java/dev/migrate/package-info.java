@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
