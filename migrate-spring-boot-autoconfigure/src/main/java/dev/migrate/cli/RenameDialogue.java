package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.RenameQuestion;

/** Asks the person at the terminal whether something was renamed. */
final class RenameDialogue implements RenameQuestion {

    private final Channel channel;

    private final BufferedReader answers;

    private RenameDialogue(Channel channel, BufferedReader answers) {
        this.channel = channel;
        this.answers = answers;
    }

    /** Returns {@code null} where nobody sits at a terminal. */
    static @Nullable RenameQuestion at(Session session) {
        BufferedReader in = session.in();
        return in == null ? null : new RenameDialogue(session.err(), in);
    }

    @Override
    public boolean isRenamed(Rename rename) {
        String before = rename.column() == null
                ? "Table " + rename.table()
                : "Column " + rename.table() + "." + rename.column();
        channel.line(before + " is gone from the model, and " + rename.name() + " is new.");
        channel.line("  r  it was renamed, and keeps its " + (rename.column() == null ? "rows" : "values"));
        channel.line(
                rename.column() == null
                        ? "  n  they are two tables: one is created, the other is none of the model's"
                        : "  n  they are two columns: one is dropped with its values, the other added");
        while (true) {
            channel.part("[r/n] ");
            String answer = line();
            if (answer == null || answer.equals("n")) {
                return false;
            }
            if (answer.equals("r")) {
                return true;
            }
        }
    }

    private @Nullable String line() {
        try {
            String line = answers.readLine();
            return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
