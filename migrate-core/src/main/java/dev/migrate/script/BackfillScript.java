package dev.migrate.script;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A batched data migration that a file defines: a header, and one statement that processes the rows from one key to another.
 *
 * @param name what it is called
 * @param table the table whose rows it processes
 * @param key the columns that put them in order
 * @param message one line that says what it does, often empty
 * @param path the file as people are shown it
 * @param statement the statement in pieces, cut behind each of its parameters
 */
public record BackfillScript(
        String name, String table, List<String> key, String message, String path, List<Piece> statement) {

    /** What a name looks like. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Copies the lists. */
    public BackfillScript {
        key = List.copyOf(key);
        statement = List.copyOf(statement);
    }

    /** Returns the statement as one text, its parameters by end and number of the column. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : statement) {
            text.append(piece.text());
            Bound bound = piece.bound();
            if (bound != null) {
                text.append(':').append(bound.end()).append(bound.column());
            }
        }
        return text.toString();
    }

    /** Splits names at their commas. */
    static List<String> names(String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    }

    /** Complains of names that no backfill can have. */
    static void check(List<String> names, int line, Problems problems) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                problems.add(
                        line,
                        "`" + Printable.of(name) + "` is not the name of a backfill",
                        "A name has 1 to 64 letters, digits, underscores, dots and dashes.");
            }
        }
    }

    /**
     * A piece of a statement.
     *
     * @param text SQL without a parameter, as JDBC takes it: an operator's question mark is doubled
     * @param bound the parameter behind it, {@code null} at the end
     */
    public record Piece(String text, @Nullable Bound bound) {}

    /**
     * A parameter of a statement.
     *
     * @param end which end of the batch
     * @param column which column of the key, counted from 0
     */
    public record Bound(End end, int column) {}

    /** Either end of a batch; both rows belong to it. */
    public enum End {
        /** The first row. */
        FROM,
        /** The last row. */
        TO
    }
}
