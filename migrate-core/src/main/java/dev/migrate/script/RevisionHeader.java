package dev.migrate.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the header of an SQL script says, for a {@link JavaRevision}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RevisionHeader {

    /** Returns the id: 1 to 64 of the characters {@code A-Z a-z 0-9 _}. */
    String id();

    /** Returns the ids of the parents: none for a base, several for a merge. */
    String[] revises() default {};

    /** Returns one line that says what the revision does. */
    String message();

    /** Returns when the author created it, such as {@code 2026-01-28T14:30:00Z}, or nothing. */
    String created() default "";

    /** Returns names of the branch that begins here. */
    String[] labels() default {};

    /** Returns ids or labels of revisions that must be applied before. */
    String[] dependsOn() default {};

    /** Returns names of backfills that must have finished before the upgrade. */
    String[] requiresBackfill() default {};

    /** Returns why it cannot be downgraded, or nothing where it can. */
    String irreversible() default "";

    /** Returns what else there is to say, in any number of lines. */
    String description() default "";
}
