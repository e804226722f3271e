package dev.migrate.script;

/**
 * Cuts SQL into tokens at the places where PostgreSQL's own scanner does, with standard conforming strings; each character is
 * looked at a bounded number of times.
 */
final class Tokenizer {

    private final String text;

    private final int limit;

    private int position;

    private int start;

    private int line;

    private int nextLine;

    private int noCopyEndBefore;

    private String unterminated = "";

    Tokenizer(String text) {
        this(text, 0, text.length(), 1);
    }

    Tokenizer(String text, int from, int limit, int line) {
        this.text = text;
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
        char c = text.charAt(position++);
        if (startsWord(c)) {
            return word(c);
        }
        return switch (c) {
            case '\'' -> quoted(c, Token.STRING, "string");
            case '"' -> quoted(c, Token.QUOTED_IDENTIFIER, "quoted identifier");
            case '$' -> dollar();
            case '-' -> at(position) == '-' ? lineComment() : Token.SYMBOL;
            case '/' -> at(position) == '*' ? blockComment() : Token.SYMBOL;
            case '\\' -> Token.BACKSLASH;
            default -> isDigit(c) ? digits() : Token.SYMBOL;
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
            char c = text.charAt(start + i);
            if ((c >= 'a' && c <= 'z' ? c - 32 : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first character of the current token. */
    char symbol() {
        return text.charAt(start);
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

    /** Returns what is open at the end of the text, after {@link Token#UNTERMINATED}. */
    String unterminated() {
        return unterminated;
    }

    String text() {
        return text;
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
        while (lineStart < limit && !text.startsWith(SectionMarker.START, lineStart)) {
            lines++;
            int end = lineEnd(lineStart);
            if (end - lineStart == 2 && text.startsWith("\\.", lineStart)) {
                position = end;
                nextLine += lines;
                return;
            }
            lineStart = end + 1;
        }
        noCopyEndBefore = lineStart;
    }

    private void skipWhitespace() {
        while (position < limit) {
            char c = text.charAt(position);
            if (c == '\n') {
                nextLine++;
            } else if (!isBlank(c)) {
                return;
            }
            position++;
        }
    }

    private Token word(char first) {
        while (position < limit && continuesWord(text.charAt(position))) {
            position++;
        }
        if (position - start == 1 && (first == 'E' || first == 'e') && at(position) == '\'') {
            position++;
            return escapedString();
        }
        return Token.WORD;
    }

    private Token digits() {
        while (position < limit && isDigit(text.charAt(position))) {
            position++;
        }
        return Token.SYMBOL;
    }

    private Token quoted(char quote, Token token, String name) {
        while (position < limit) {
            char c = text.charAt(position++);
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
            char c = text.charAt(position++);
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
        if (position < limit && text.charAt(position++) == '\n') {
            nextLine++;
        }
    }

    /** A string that goes on after a line break keeps its kind, and with it the meaning of a backslash. */
    private boolean continuesOnNextLine() {
        int lines = 0;
        int next = position;
        while (next < limit && (isSpace(text.charAt(next)) || isLineComment(next))) {
            if (text.charAt(next) == '\n') {
                lines++;
            } else if (text.charAt(next) == '-') {
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
        int tagEnd = position;
        if (tagEnd < limit && startsWord(text.charAt(tagEnd))) {
            while (tagEnd < limit && continuesTag(text.charAt(tagEnd))) {
                tagEnd++;
            }
        }
        if (at(tagEnd) != '$') {
            return Token.SYMBOL;
        }
        int tagLength = tagEnd + 1 - start;
        position = tagEnd + 1;
        while (position < limit) {
            char c = text.charAt(position);
            if (c == '\n') {
                nextLine++;
            } else if (c == '$' && position + tagLength <= limit && isTag(position, tagLength)) {
                position += tagLength;
                return Token.STRING;
            }
            position++;
        }
        return unterminated("dollar quote");
    }

    /** Stays linear: a tag has no dollar inside, so a comparison that fails never reaches past the next dollar. */
    private boolean isTag(int index, int length) {
        return text.regionMatches(index, text, start, length);
    }

    private Token lineComment() {
        position = lineEnd(position);
        return Token.LINE_COMMENT;
    }

    private Token blockComment() {
        int depth = 1;
        position++;
        while (position < limit) {
            char c = text.charAt(position++);
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
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private char at(int index) {
        return index < limit ? text.charAt(index) : '\0';
    }

    private static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean continuesWord(char c) {
        return startsWord(c) || isDigit(c) || c == '$';
    }

    private static boolean continuesTag(char c) {
        return startsWord(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == '\n' || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
    }
}
