package dev.migrate.benchmarks.faults;

/**
 * Where a process stops.
 *
 * @param call number of the call that goes to the server, from 0; negative for nowhere
 * @param after whether the call is made
 */
record FaultPoint(int call, boolean after) {

    static final FaultPoint NOWHERE = new FaultPoint(-1, false);

    static FaultPoint parse(String text) {
        int number = Integer.parseInt(text.substring(1));
        return new FaultPoint(number, text.charAt(0) == 'a');
    }

    @Override
    public String toString() {
        return (after ? "a" : "b") + call;
    }
}
