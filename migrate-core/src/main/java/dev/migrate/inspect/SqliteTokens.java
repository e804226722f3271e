package dev.migrate.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of one statement that SQLite has accepted before, and a place among them. */
final class SqliteTokens {

    /** What a token is. */
    enum Kind {
        /** A keyword, a name or a number without quotes. */
        WORD,
        /** A name in quotes of any kind. */
        QUOTED,
        /** A text in single quotes. */
        STRING,
        /** Everything else, a character at a time. */
        SYMBOL
    }

    /**
     * One token.
     *
     * @param kind what it is
     * @param text without quotes
     * @param start where it begins in the statement
     * @param end where it ends, exclusive
     */
    record Token(Kind kind, String text, int start, int end) {

        boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean is(char symbol) {
            return kind == Kind.SYMBOL && text.charAt(0) == symbol;
        }

        /** Tells whether it may be the name of a column, and this one. */
        boolean names(String name) {
            return (kind == Kind.WORD || kind == Kind.QUOTED)
                    && text.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
        }
    }

    private static final Token END = new Token(Kind.SYMBOL, "\0", 0, 0);

    private final String sql;

    private final List<Token> tokens = new ArrayList<>();

    private int next;

    SqliteTokens(String sql) {
        this.sql = sql;
        int i = 0;
        while (i < sql.length()) {
            i = read(i);
        }
    }

    private int read(int i) {
        char c = sql.charAt(i);
        if (Character.isWhitespace(c)) {
            return i + 1;
        }
        if (sql.startsWith("--", i)) {
            int end = sql.indexOf('\n', i);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", i)) {
            int end = sql.indexOf("*/", i + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        if (c == '\'' || c == '"' || c == '`' || c == '[') {
            return quoted(i, c == '[' ? ']' : c);
        }
        int end = i;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        Kind kind = end == i ? Kind.SYMBOL : Kind.WORD;
        end = Math.max(end, i + 1);
        tokens.add(new Token(kind, sql.substring(i, end), i, end));
        return end;
    }

    private int quoted(int start, char quote) {
        StringBuilder text = new StringBuilder();
        int i = start + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) == quote) {
                if (quote == ']' || i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    break;
                }
                i++;
            }
            text.append(sql.charAt(i));
            i++;
        }
        int end = Math.min(i + 1, sql.length());
        tokens.add(new Token(quote == '\'' ? Kind.STRING : Kind.QUOTED, text.toString(), start, end));
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 0x7f;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    boolean isSingle() {
        return tokens.size() == 1;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : END;
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the words if they are next, one after the other. */
    boolean skip(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /** Takes everything from an opening parenthesis to the one that closes it; returns what stands between. */
    String group() {
        int from = take().end();
        int depth = 1;
        int to = from;
        while (depth > 0 && !atEnd()) {
            Token token = take();
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            to = token.start();
        }
        return sql.substring(from, to);
    }

    /** Returns the place in the statement where the next token begins. */
    int start() {
        return atEnd() ? sql.length() : peek().start();
    }

    /** Returns the place in the statement behind the last token taken. */
    int end() {
        return next == 0 ? 0 : tokens.get(Math.min(next, tokens.size()) - 1).end();
    }

    /** Returns the statement from one place to another. */
    String text(int from, int to) {
        return sql.substring(from, to);
    }

    /** Returns a list of names in parentheses, without what stands behind each; empty if no parenthesis is next. */
    List<String> names() {
        if (!peek().is('(')) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String part : split(group())) {
            names.add(new SqliteTokens(part).take().text());
        }
        return names;
    }

    /** Returns the pieces between commas that stand in no parentheses. */
    static List<String> split(String list) {
        SqliteTokens tokens = new SqliteTokens(list);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (!tokens.atEnd()) {
            if (tokens.peek().is('(')) {
                tokens.group();
            } else if (tokens.take().is(',')) {
                pieces.add(list.substring(from, tokens.end() - 1).strip());
                from = tokens.end();
            }
        }
        pieces.add(list.substring(from).strip());
        return pieces;
    }
}
