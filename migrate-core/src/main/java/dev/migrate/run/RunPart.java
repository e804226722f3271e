package dev.migrate.run;

/** One thing on its way to a sink. */
sealed interface RunPart permits SqlStatement, SqlOnSight, JavaCode {

    /** Returns where it comes from. */
    Place place();

    /** Returns what it says, to compare it with what was run before. */
    String text();
}
