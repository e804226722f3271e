package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;

/**
 * Cuts SQL into tokens at the places where the database's own scanner does, PostgreSQL's with standard conforming strings; each
 * character is looked at a bounded number of times.
 */
final class Tokenizer extends TextCursor {

    private final LexicalRules rules;

    private int start;

    private int line;

    private String unterminated = "";

    /**
     * Creates a tokenizer for a part of a text.
     *
     * @param text UTF-8
     * @param from the first byte of the part
     * @param limit the byte behind the part
     * @param line the line of the first byte
     * @param rules where tokens are
     */
    Tokenizer(byte[] text, int from, int limit, int line, LexicalRules rules) {
        super(text, from, limit, line);
        this.rules = rules;
        this.start = from;
        this.line = line;
    }

    /**
     * Creates a tokenizer for a text of its own.
     *
     * @param line the line of its first character
     * @param rules where tokens are
     */
    static Tokenizer of(String sql, int line, LexicalRules rules) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        return new Tokenizer(text, 0, text.length, line, rules);
    }

    Token next() {
        skipWhitespace();
        start = position;
        line = nextLine;
        if (position >= limit) {
            return Token.END;
        }
        byte c = text[position++];
        int classes = Characters.CLASSES[c & 0xff];
        if ((classes & Characters.STARTS_WORD) != 0) {
            return word(c);
        }
        if (classes == Characters.DIGIT) {
            position = skip(position, Characters.DIGIT);
            return Token.SYMBOL;
        }
        return switch (c) {
            case '\'' -> string('\'', Token.STRING);
            case '"' -> string('"', Token.QUOTED_IDENTIFIER);
            case '$' -> dollar();
            case '-' -> isLineComment(start) ? lineComment() : Token.SYMBOL;
            case '/' -> slash();
            case '\\' -> rules.has(LexicalRule.POSTGRESQL_STATEMENTS) ? Token.BACKSLASH : Token.SYMBOL;
            case '`' -> rules.has(LexicalRule.BACKQUOTED_NAMES) ? quoted('`', Token.QUOTED_IDENTIFIER) : Token.SYMBOL;
            case '[' -> rules.has(LexicalRule.BRACKETED_NAMES) ? bracketed() : Token.SYMBOL;
            case '#' -> rules.has(LexicalRule.HASH_COMMENTS) ? otherComment() : Token.SYMBOL;
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

    private Token word(byte first) {
        position = skip(position, Characters.CONTINUES_WORD);
        if (position - start == 1
                && (first == 'E' || first == 'e')
                && at(position) == '\''
                && rules.has(LexicalRule.ESCAPE_STRINGS)) {
            position++;
            return escapedString();
        }
        return Token.WORD;
    }

    private Token string(char quote, Token otherwise) {
        if (!rules.has(LexicalRule.BACKSLASH_ESCAPES)) {
            return quoted(quote, otherwise);
        }
        while (position < limit) {
            byte c = text[position++];
            if (c == '\n') {
                nextLine++;
            } else if (c == '\\') {
                skipEscaped();
            } else if (c == quote) {
                if (at(position) != quote) {
                    return Token.STRING;
                }
                position++;
            }
        }
        return unterminated("string");
    }

    private Token quoted(char quote, Token token) {
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
        return unterminated(token == Token.STRING ? "string" : "quoted identifier");
    }

    /** Nothing stands for a closing bracket inside. */
    private Token bracketed() {
        while (position < limit) {
            byte c = text[position++];
            if (c == '\n') {
                nextLine++;
            } else if (c == ']') {
                return Token.QUOTED_IDENTIFIER;
            }
        }
        return unterminated("quoted identifier");
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
        if (!rules.has(LexicalRule.DOLLAR_TAGS) && !rules.has(LexicalRule.DOLLAR_QUOTES)) {
            return Token.SYMBOL;
        }
        boolean named = rules.has(LexicalRule.DOLLAR_TAGS)
                && (Characters.CLASSES[at(position) & 0xff] & Characters.STARTS_WORD) != 0;
        int tagEnd = named ? skip(position, Characters.CONTINUES_TAG) : position;
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

    /** No marker and no header line can stand in it. */
    private Token otherComment() {
        position = lineEnd(position);
        return Token.BLOCK_COMMENT;
    }

    private Token slash() {
        byte next = at(position);
        if (next == '/' && rules.has(LexicalRule.SLASH_COMMENTS)) {
            return otherComment();
        }
        if (next != '*') {
            return Token.SYMBOL;
        }
        if (rules.has(LexicalRule.EXECUTED_COMMENTS) && (stands("!", position + 1) || stands("M!", position + 1))) {
            position++;
            return Token.SYMBOL;
        }
        return blockComment(rules.has(LexicalRule.NESTED_COMMENTS) ? 1 : 0);
    }

    /**
     * Moves behind a block comment.
     *
     * @param deeper what a comment inside it counts
     */
    private Token blockComment(int deeper) {
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
                position += deeper;
                depth += deeper;
            }
        }
        return unterminated("block comment");
    }

    private Token unterminated(String name) {
        unterminated = name;
        return Token.UNTERMINATED;
    }

    private boolean isLineComment(int index) {
        return at(index) == '-'
                && at(index + 1) == '-'
                && (!rules.has(LexicalRule.BLANK_BEHIND_DASHES) || (at(index + 2) & 0xff) <= ' ');
    }
}
