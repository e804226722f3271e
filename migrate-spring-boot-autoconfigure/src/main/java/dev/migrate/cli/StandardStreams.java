package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The process's own streams: the only place that knows them. */
final class StandardStreams {

    private StandardStreams() {}

    /**
     * Keeps standard output for the result of the command and sends everybody else who writes there, such as the log, to
     * standard error, on lines of their own.
     */
    static Console takeOver() {
        PrintStream out = System.out;
        Channel err = new Channel(System.err, look(2));
        System.setOut(err.forOthers());
        System.setErr(err.forOthers());
        return new Console(new Channel(out, look(1)), err, keyboard(), System::exit);
    }

    /** Returns what {@code COLUMNS} says about the width of the terminal in characters; 0 if it says nothing. */
    static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : 0;
    }

    /** A question is asked where it can be read and answered. */
    private static @Nullable BufferedReader keyboard() {
        return isTerminal(0) && isTerminal(2)
                ? new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                : null;
    }

    private static Look look(int descriptor) {
        if (!isTerminal(descriptor) || "dumb".equals(System.getenv("TERM"))) {
            return Look.PLAIN;
        }
        String noColour = System.getenv("NO_COLOR");
        return noColour == null || noColour.isEmpty() ? Look.COLOURED : Look.LIVE;
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            if (Files.isSymbolicLink(link)) {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException e) {
            return false;
        }
        return isConsoleTerminal();
    }

    /** From Java 22 on there is a console without a terminal too, and it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsoleTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
