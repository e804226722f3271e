package dev.migrate.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One of the two streams that a command writes to. */
final class Channel {

    private static final String WORD = "`migrate ";

    private static final String HINT = "  Hint: ";

    private final PrintStream stream;

    private final Look look;

    private final String word;

    Channel(PrintStream stream, Look look) {
        this(stream, look, WORD);
    }

    private Channel(PrintStream stream, Look look, String word) {
        this.stream = stream;
        this.look = look;
        this.word = word;
    }

    /** Returns the same stream for an application whose commands begin with another word: hints are to be typed. */
    Channel inTheWordsOf(Invocation invocation) {
        return new Channel(stream, look, "`" + invocation.word() + " ");
    }

    boolean isLive() {
        return look != Look.PLAIN;
    }

    String paint(Colour colour, String text) {
        return look == Look.COLOURED ? colour.paint(text) : text;
    }

    void line(String text) {
        stream.println(text.startsWith(HINT) ? text.replace(WORD, word) : text);
        stream.flush();
    }

    /** Writes text without ending the line. */
    void part(String text) {
        stream.print(text);
        stream.flush();
    }

    /** Writes text for programs, in UTF-8 whatever the locale says, exactly as it is. */
    void exact(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }

    PrintStream stream() {
        return stream;
    }
}
