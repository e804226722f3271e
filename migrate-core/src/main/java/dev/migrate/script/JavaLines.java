package dev.migrate.script;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.Operations;

/** Finds out on which lines a class calls its operations, by having it record them once more. */
final class JavaLines implements OperationLines {

    private final JavaRevision revision;

    private final String type;

    private final List<Integer> recorded;

    /**
     * Creates one that has not looked yet.
     *
     * @param type the name of its class, of which the instance may be a proxy
     * @param recorded of each operation of the upgrade, from which of those that the class records it comes
     */
    JavaLines(JavaRevision revision, String type, List<Integer> recorded) {
        this.revision = revision;
        this.type = type;
        this.recorded = List.copyOf(recorded);
    }

    @Override
    public int line(int operation) {
        List<Integer> lines = new ArrayList<>();
        try {
            Operations.record(revision::upgrade, each -> lines.add(here()));
        } catch (RuntimeException | LinkageError e) {
            // It did record when the scripts were loaded; what it needs now for it is gone.
            return 0;
        }
        int call = operation < recorded.size() ? recorded.get(operation) : lines.size();
        return call < lines.size() ? lines.get(call) : 0;
    }

    /** Returns the line of the innermost call out of the revision's own class. */
    private int here() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(type))
                        .mapToInt(StackFrame::getLineNumber)
                        .map(line -> Math.max(line, 0))
                        .findFirst()
                        .orElse(0));
    }
}
