package dev.migrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of {@code docs/reference}, for the test that holds it against the code.
 *
 * @param text all of it
 */
public record ReferencePage(String text) {

    /** Reads a page; tests run in the folder of their module. */
    public static ReferencePage read(String name) {
        try {
            return new ReferencePage(Files.readString(Path.of("..", "docs", "reference", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what stands under a heading, up to the next one. */
    public ReferencePage section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("There is no heading " + heading);
        }
        int end = text.indexOf("\n## ", start + 1);
        return new ReferencePage(text.substring(start, end < 0 ? text.length() : end));
    }

    /** Returns the rows of the first table, the head first, each a list of its cells. */
    public List<List<String>> table() {
        return text.lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Returns the text as it is read: a line that is wrapped goes on behind a blank. */
    public String read() {
        return text.replaceAll("\\s+", " ");
    }
}
