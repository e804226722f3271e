package dev.migrate.benchmarks.faults;

/**
 * Where a process stops.
 *
 * @param call number of the call that goes to the server, from 0; negative for nowhere, or for a call by its title
 * @param after whether the call is made
 * @param title the first call with this title, or empty
 */
record FaultPoint(int call, boolean after, String title) {

    static final FaultPoint NOWHERE = new FaultPoint(-1, false);

    FaultPoint(int call, boolean after) {
        this(call, after, "");
    }

    static FaultPoint parse(String text) {
        boolean after = text.charAt(0) == 'a';
        String where = text.substring(1);
        return where.startsWith("=")
                ? new FaultPoint(-1, after, where.substring(1))
                : new FaultPoint(Integer.parseInt(where), after);
    }

    boolean isNowhere() {
        return call < 0 && title.isEmpty();
    }

    @Override
    public String toString() {
        return (after ? "a" : "b") + (title.isEmpty() ? Integer.toString(call) : "=" + title);
    }
}
