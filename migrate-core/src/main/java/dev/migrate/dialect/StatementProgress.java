package dev.migrate.dialect;

/**
 * How far a long statement is.
 *
 * @param phase what it does now, in the words of the database
 * @param done how much of this phase is done
 * @param total how much there is to do in it, 0 where that is not known
 */
public record StatementProgress(String phase, long done, long total) {

    /** Returns a few words for people, for example {@code building index: scanning table, 45 %}. */
    public String describe() {
        return total <= 0 ? phase : phase + ", " + Math.min(100, done * 100 / total) + " %";
    }
}
