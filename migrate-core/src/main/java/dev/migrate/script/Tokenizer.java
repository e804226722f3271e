package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts SQL into tokens at the places where PostgreSQL's own scanner does, with standard conforming strings; each character is
 * looked at a bounded number of times.
 */
final class Tokenizer {

    private static final int STARTS_WORD = 1;

    private static final int DIGIT = 2;

    private static final int DOLLAR = 4;

    private static final int CONTINUES_TAG = STARTS_WORD | DIGIT;

    private static final int CONTINUES_WORD = CONTINUES_TAG | DOLLAR;

    private static final int BLANK = 8;

    private static final byte[] CLASSES = classes();

    private final byte[] text;

    private final int from;

    private final int limit;

    private int position;

    private int start;

    private int line;

    private int nextLine;

    private int noCopyEndBefore;

    private String unterminated = "";

    /**
     * Creates a tokenizer for a part of a text.
     *
     * @param text UTF-8
     * @param from the first byte of the part
     * @param limit the byte behind the part
     * @param line the line of the first byte
     */
    Tokenizer(byte[] text, int from, int limit, int line) {
        this.text = text;
        this.from = from;
        this.limit = limit;
        this.position = from;
        this.start = from;
        this.line = line;
        this.nextLine = line;
    }

    Token next() {
        skipWhitespace();
        start = position;
        line = nextLine;
        if (position >= limit) {
            return Token.END;
        }
        byte c = text[position++];
        int classes = CLASSES[c & 0xff];
        if ((classes & STARTS_WORD) != 0) {
            return word(c);
        }
        if (classes == DIGIT) {
            position = skip(position, DIGIT);
            return Token.SYMBOL;
        }
        return switch (c) {
            case '\'' -> quoted('\'', Token.STRING, "string");
            case '"' -> quoted('"', Token.QUOTED_IDENTIFIER, "quoted identifier");
            case '$' -> dollar();
            case '-' -> at(position) == '-' ? lineComment() : Token.SYMBOL;
            case '/' -> at(position) == '*' ? blockComment() : Token.SYMBOL;
            case '\\' -> Token.BACKSLASH;
            default -> Token.SYMBOL;
        };
    }

    /** Returns the next token that is no comment. */
    Token nextSignificant() {
        Token token = next();
        while (token == Token.LINE_COMMENT || token == Token.BLOCK_COMMENT) {
            token = next();
        }
        return token;
    }

    /** Tells whether the current token is this word, which is given in capitals. */
    boolean is(String word) {
        int length = word.length();
        if (position - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte c = text[start + i];
            if ((c >= 'a' && c <= 'z' ? c - 32 : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first character of the current token. */
    char symbol() {
        return (char) text[start];
    }

    int start() {
        return start;
    }

    int end() {
        return position;
    }

    /** Returns the line of the first character of the current token. */
    int line() {
        return line;
    }

    /** Tells whether nothing but spaces stands before the current token on its line. */
    boolean startsLine() {
        int index = start - 1;
        while (index >= from && (text[index] == ' ' || text[index] == '\t')) {
            index--;
        }
        return index < from || text[index] == '\n';
    }

    /** Returns what is open at the end of the text, after {@link Token#UNTERMINATED}. */
    String unterminated() {
        return unterminated;
    }

    /** Returns a part of the text. */
    String text(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** Returns one byte of the text, 0 behind its end. */
    byte at(int index) {
        return index < limit ? text[index] : 0;
    }

    /** Tells whether this ASCII text stands here. */
    boolean stands(String expected, int index) {
        if (index + expected.length() > limit) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[index + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first index from this one on that holds neither a space nor a tab. */
    int skipSpaces(int from) {
        int index = from;
        while (index < limit && (text[index] == ' ' || text[index] == '\t')) {
            index++;
        }
        return index;
    }

    /** Moves on to the end of the line, which the next token does not belong to. */
    void skipLine() {
        position = lineEnd(position);
    }

    /** Moves behind the line that ends the data of a COPY, if there is one before the next section marker. */
    void skipCopyData() {
        if (position < noCopyEndBefore) {
            return;
        }
        int lines = 0;
        int lineStart = lineEnd(position) + 1;
        while (lineStart < limit && !stands(SectionMarker.START, lineStart)) {
            lines++;
            int end = lineEnd(lineStart);
            if (end - lineStart == 2 && stands("\\.", lineStart)) {
                position = end;
                nextLine += lines;
                return;
            }
            lineStart = end + 1;
        }
        noCopyEndBefore = lineStart;
    }

    private void skipWhitespace() {
        int index = position;
        while (index < limit && (CLASSES[text[index] & 0xff] & BLANK) != 0) {
            if (text[index++] == '\n') {
                nextLine++;
            }
        }
        position = index;
    }

    private Token word(byte first) {
        position = skip(position, CONTINUES_WORD);
        if (position - start == 1 && (first == 'E' || first == 'e') && at(position) == '\'') {
            position++;
            return escapedString();
        }
        return Token.WORD;
    }

    private Token quoted(char quote, Token token, String name) {
        while (position < limit) {
            byte c = text[position++];
            if (c == '\n') {
                nextLine++;
            } else if (c == quote) {
                if (at(position) != quote) {
                    return token;
                }
                position++;
            }
        }
        return unterminated(name);
    }

    private Token escapedString() {
        while (position < limit) {
            byte c = text[position++];
            if (c == '\n') {
                nextLine++;
            } else if (c == '\\') {
                skipEscaped();
            } else if (c == '\'') {
                if (at(position) == '\'') {
                    position++;
                } else if (!continuesOnNextLine()) {
                    return Token.STRING;
                }
            }
        }
        return unterminated("string");
    }

    private void skipEscaped() {
        if (position < limit && text[position++] == '\n') {
            nextLine++;
        }
    }

    /** A string that goes on after a line break keeps its kind, and with it the meaning of a backslash. */
    private boolean continuesOnNextLine() {
        int lines = 0;
        int next = position;
        while (next < limit && (isBlank(next) || isLineComment(next))) {
            if (text[next] == '\n') {
                lines++;
            } else if (text[next] == '-') {
                next = lineEnd(next) - 1;
            }
            next++;
        }
        if (lines == 0 || at(next) != '\'') {
            return false;
        }
        nextLine += lines;
        position = next + 1;
        return true;
    }

    private Token dollar() {
        boolean named = (CLASSES[at(position) & 0xff] & STARTS_WORD) != 0;
        int tagEnd = named ? skip(position, CONTINUES_TAG) : position;
        if (at(tagEnd) != '$') {
            return Token.SYMBOL;
        }
        int tagLength = tagEnd + 1 - start;
        position = tagEnd + 1;
        while (position < limit) {
            byte c = text[position];
            if (c == '\n') {
                nextLine++;
            } else if (c == '$' && isTag(position, tagLength)) {
                position += tagLength;
                return Token.STRING;
            }
            position++;
        }
        return unterminated("dollar quote");
    }

    /** Stays linear: a tag has no dollar inside, so a comparison that fails never reaches past the next dollar. */
    private boolean isTag(int index, int length) {
        return index + length <= limit && Arrays.equals(text, index, index + length, text, start, start + length);
    }

    private Token lineComment() {
        position = lineEnd(position);
        return Token.LINE_COMMENT;
    }

    private Token blockComment() {
        int depth = 1;
        position++;
        while (position < limit) {
            byte c = text[position++];
            if (c == '\n') {
                nextLine++;
            } else if (c == '*' && at(position) == '/') {
                position++;
                if (--depth == 0) {
                    return Token.BLOCK_COMMENT;
                }
            } else if (c == '/' && at(position) == '*') {
                position++;
                depth++;
            }
        }
        return unterminated("block comment");
    }

    private Token unterminated(String name) {
        unterminated = name;
        return Token.UNTERMINATED;
    }

    private boolean isLineComment(int index) {
        return at(index) == '-' && at(index + 1) == '-';
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int index) {
        return (CLASSES[text[index] & 0xff] & BLANK) != 0;
    }

    /** Returns the first index from this one on that is of none of the classes. */
    private int skip(int from, int classes) {
        byte[] bytes = text;
        int index = from;
        int end = limit;
        while (index < end && (CLASSES[bytes[index] & 0xff] & classes) != 0) {
            index++;
        }
        return index;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, 'a', 'z' + 1, (byte) STARTS_WORD);
        Arrays.fill(classes, 'A', 'Z' + 1, (byte) STARTS_WORD);
        Arrays.fill(classes, 0x80, 0x100, (byte) STARTS_WORD);
        classes['_'] = STARTS_WORD;
        Arrays.fill(classes, '0', '9' + 1, (byte) DIGIT);
        classes['$'] = DOLLAR;
        for (char blank : new char[] {' ', '\t', '\n', '\u000b', '\f', '\r'}) {
            classes[blank] = BLANK;
        }
        return classes;
    }
}
