package dev.migrate.backfill;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which rows a {@link JavaBackfill} goes through. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Backfill {

    /** Returns the name that commands, revisions and the table of progress call it by: 1 to 64 of {@code A-Z a-z 0-9 _ . -}. */
    String name();

    /** Returns the table, with its schema and a dot before it where it is not the schema of the version table. */
    String table();

    /** Returns the columns of a unique index, none of which may be empty, in the order of the index: numbers, uuids or texts. */
    String[] key();

    /** Returns one line that says what it does. */
    String message() default "";
}
