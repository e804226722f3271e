/** Public: what a revision should not do, one rule to a file, and what a rule of an application's own is given. */
@NullMarked
package dev.migrate.lint.rule;

import org.jspecify.annotations.NullMarked;
