package dev.migrate.run;

/**
 * What is outside of a run and decides about it.
 *
 * @param stop may ask it to end
 * @param prerequisites tell what its revisions wait for
 */
public record RunControl(RunStop stop, Prerequisites prerequisites) {}
