package dev.migrate.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import dev.migrate.autoconfigure.CommandWord;

/** One of the two streams that a command writes to. */
final class Channel {

    /** Takes the last line of a terminal back. */
    static final String REDRAW = "\r\u001b[K";

    /** A line wider than the terminal would otherwise be drawn below itself again and again. */
    private static final String WITHOUT_WRAP = "\u001b[?7l%s\u001b[?7h";

    private static final String END = System.lineSeparator();

    private final Lines lines;

    private final Look look;

    private final CommandWord word;

    Channel(PrintStream stream, Look look) {
        this(new Lines(stream, look == Look.PLAIN ? END : REDRAW), look, new CommandWord("migrate"));
    }

    private Channel(Lines lines, Look look, CommandWord word) {
        this.lines = lines;
        this.look = look;
        this.word = word;
    }

    /** Returns the same stream for an application whose commands begin with another word. */
    Channel inTheWordsOf(Invocation invocation) {
        return new Channel(lines, look, new CommandWord(invocation.word()));
    }

    boolean isLive() {
        return look != Look.PLAIN;
    }

    String paint(Colour colour, String text) {
        return look == Look.COLOURED ? colour.paint(text) : text;
    }

    void line(String text) {
        lines.write(text + END, false);
    }

    /** Writes a line in which this library names commands, which are to be typed. */
    void advice(String text) {
        line(word.in(text));
    }

    /** Writes text without ending the line. */
    void part(String text) {
        lines.write(text, false);
    }

    /** Begins a line that others who write here end before they do. */
    void begin(String text) {
        lines.write(text, true);
    }

    /** Draws a line of a terminal again, which waits for its end. */
    void redraw(String text) {
        begin(REDRAW + WITHOUT_WRAP.formatted(text));
    }

    /** Takes the line of a terminal back that waits for its end, unless somebody has. */
    void takeBack() {
        lines.end(REDRAW, "");
    }

    /** Ends the line that was begun, or writes a whole one if somebody has ended that. */
    void end(String text, String whole) {
        lines.end(text + END, whole + END);
    }

    /** Ends the line that was begun, unless somebody has. */
    void end(String text) {
        lines.end(text + END, "");
    }

    /** Writes text for programs, in UTF-8 whatever the locale says, exactly as it is. */
    void exact(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.write(bytes, 0, bytes.length);
    }

    /** Returns a stream to the same place for everybody else, such as the log. */
    PrintStream forOthers() {
        return lines.forOthers();
    }
}
