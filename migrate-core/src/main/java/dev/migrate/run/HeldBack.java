package dev.migrate.run;

/**
 * A revision that waits for a backfill, and with it every revision that comes after it.
 *
 * @param revision its id
 * @param backfill the name of the backfill
 * @param why what goes on behind the name, such as {@code is RUNNING at 41 %}
 */
public record HeldBack(String revision, String backfill, String why) {

    /** Returns one line that says so. */
    public String message() {
        return "Revision " + revision + " is held back: it requires backfill " + backfill + ", which " + why;
    }

    /** Returns what to do about it. */
    public String hint() {
        return "Finish it with `migrate backfill run " + backfill + "`, then run `migrate upgrade` again.";
    }
}
