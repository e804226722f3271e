package dev.migrate.run;

/**
 * Where in a revision a part of a run comes from.
 *
 * @param number its place among the parts of its section, counted from 1, or 0 for our own
 * @param operation the place of its operation in the section, counted from 1, or 0 for our own
 * @param line the line of the script on which it starts, or 0 where there is none
 */
record Place(int number, int operation, int line) {

    /** Of the engine itself. */
    static final Place OURS = new Place(0, 0, 0);
}
