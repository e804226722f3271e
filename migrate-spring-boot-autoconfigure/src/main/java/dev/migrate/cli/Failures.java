package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;

import dev.migrate.error.MigrateException;
import dev.migrate.run.LockTimeoutException;

/** Says what went wrong: a line, its details, a hint. */
final class Failures {

    private final Channel err;

    private final SlimContext context;

    Failures(Channel err, SlimContext context) {
        this.err = err;
        this.context = context;
    }

    /** Prints the failure and returns the exit code that it means. */
    int report(Throwable failure, boolean stacktrace) {
        MigrateException known = known(failure);
        if (known != null) {
            print(known.getMessage(), known.details(), known.hint());
        } else if (!new StartFailures(context).print(failure, this::print)) {
            print(
                    oneLine(failure),
                    List.of(),
                    "This was not expected. Run with --stacktrace to see where it comes from.");
        }
        if (stacktrace) {
            failure.printStackTrace(err.forOthers());
        }
        return known instanceof LockTimeoutException ? ExitCode.LOCKED : ExitCode.FAILED;
    }

    private static @Nullable MigrateException known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrateException exception) {
                return exception;
            }
        }
        return null;
    }

    private static String oneLine(Throwable failure) {
        Throwable cause = failure;
        // Which beans were on the way to it says less than what went wrong.
        while (cause instanceof BeansException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.strip().lines().findFirst().orElse("");
    }

    private void print(@Nullable String message, List<String> details, @Nullable String hint) {
        err.line(err.paint(Colour.BAD, "FAILED:") + " " + message);
        details.forEach(detail -> err.advice("  " + detail));
        if (hint != null) {
            List<String> lines = new ArrayList<>(hint.strip().lines().toList());
            err.advice("  Hint: " + lines.remove(0));
            lines.stream().filter(line -> !line.isBlank()).forEach(line -> err.advice("  " + line));
        }
    }

    /** Takes the parts of a failure. */
    @FunctionalInterface
    interface Printer {
        void print(@Nullable String message, List<String> details, @Nullable String hint);
    }
}
