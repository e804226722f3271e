package dev.migrate.script;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;

/**
 * Walks through SQL text statement by statement.
 *
 * <p>A statement reaches from its first token to its last one: comments before and behind it are dropped, comments inside
 * stay. A section marker ends the statement before it.
 */
final class StatementSplitter {

    /** What {@link #next()} came to. */
    enum Found {
        STATEMENT,
        /** A line comment between statements, or a section marker. */
        COMMENT,
        END
    }

    private static final String NO_TRANSACTION_CONTROL = "Remove it: the run opens and ends transactions itself. "
            + "A section of an SQL script runs outside of one with `transaction=false` behind its marker.";

    private static final String NO_COPY =
            "Write INSERT statements, or COPY from a file that the database server can read.";

    private static final String NO_META_COMMANDS =
            "Remove the line: commands that begin with a backslash are known to psql alone.";

    private static final String NO_DELIMITER =
            "Remove the line, and end every statement with a semicolon: the bodies of routines are seen without it.";

    private final byte[] text;

    private final LexicalRules rules;

    private final Tokenizer tokens;

    private final Problems problems;

    private final Nesting nesting;

    private boolean markerWaits;

    private boolean truncated;

    private int first = -1;

    private int firstLine;

    private int last;

    private StatementKind kind = StatementKind.TRANSACTIONAL;

    private @Nullable String refused;

    /**
     * Creates a splitter.
     *
     * @param text UTF-8
     * @param from the first byte to look at
     * @param problems takes what is wrong
     * @param rules the database's
     */
    StatementSplitter(byte[] text, int from, Problems problems, LexicalRules rules) {
        this.text = text;
        this.rules = rules;
        this.nesting = Nesting.of(rules);
        this.tokens = new Tokenizer(text, from, text.length, 1, rules);
        this.problems = problems;
    }

    Found next() {
        if (markerWaits) {
            markerWaits = false;
            return Found.COMMENT;
        }
        first = -1;
        nesting.clear();
        while (true) {
            Token token = tokens.next();
            if (token == Token.END) {
                return ends() ? Found.STATEMENT : Found.END;
            }
            if (token == Token.UNTERMINATED) {
                return cutOff();
            }
            if (token == Token.LINE_COMMENT) {
                if (first < 0) {
                    return Found.COMMENT;
                }
                if (Allowances.isOne(tokens)) {
                    problems.add(tokens.line(), "`-- migrate:allow` stands inside a statement", "Move it before.");
                } else if (SectionMarker.isMarker(tokens)) {
                    markerWaits = ends();
                    return markerWaits ? Found.STATEMENT : Found.COMMENT;
                }
            } else if (token != Token.BLOCK_COMMENT && read(token)) {
                return Found.STATEMENT;
            }
        }
    }

    /** Returns the statement that was found. */
    Statement statement() {
        return new Statement(new ExecuteSql(tokens.text(first, last), firstLine), kind);
    }

    /** Stands on the comment that was found. */
    Tokenizer comment() {
        return tokens;
    }

    /** Tells whether the text broke off inside a quote or a comment, so that what follows was not seen. */
    boolean isTruncated() {
        return truncated;
    }

    /** Returns what the first statement would do that no revision may do, or {@code null} if all may run. */
    @Nullable String refused() {
        return refused;
    }

    /** Takes one token in; true when a statement ends with it. */
    private boolean read(Token token) {
        char symbol = token == Token.SYMBOL ? tokens.symbol() : 'x';
        if (token == Token.BACKSLASH) {
            problems.add(tokens.line(), "psql commands cannot be run", NO_META_COMMANDS);
            tokens.skipLine();
            return false;
        }
        if (symbol == ';' && !nesting.isOpen()) {
            return ends();
        }
        if (first < 0) {
            if (isDelimiter(token)) {
                problems.add(tokens.line(), "DELIMITER cannot be run", NO_DELIMITER);
                tokens.skipLine();
                return false;
            }
            first = tokens.start();
            firstLine = tokens.line();
        }
        last = tokens.end();
        if (token == Token.WORD) {
            nesting.word(tokens);
        } else if (token == Token.SYMBOL) {
            nesting.symbol(symbol, tokens.line());
        } else {
            nesting.other();
        }
        return false;
    }

    private boolean isDelimiter(Token token) {
        return token == Token.WORD && rules.has(LexicalRule.DELIMITER_COMMAND) && tokens.is("DELIMITER");
    }

    /** Ends the statement that is open; true unless there is none or it is refused. */
    private boolean ends() {
        if (first < 0) {
            return false;
        }
        nesting.reportOpen(problems);
        kind = StatementKind.of(new Tokenizer(text, first, last, firstLine, rules), nesting, rules);
        boolean accepted = kind == StatementKind.TRANSACTIONAL || kind == StatementKind.NON_TRANSACTIONAL;
        if (!accepted) {
            refuse();
            first = -1;
        }
        nesting.clear();
        return accepted;
    }

    private void refuse() {
        if (kind == StatementKind.COPY_STREAM) {
            refuse("COPY between the database and the client", NO_COPY);
            tokens.skipCopyData();
        } else if (kind == StatementKind.SESSION_RESET) {
            refuse("DISCARD ALL", "It would release the lock that the run holds; remove it.");
        } else {
            refuse(firstWord(), NO_TRANSACTION_CONTROL);
        }
    }

    private void refuse(String what, String hint) {
        refused = refused == null ? what : refused;
        problems.add(firstLine, what + " cannot be run", hint);
    }

    private String firstWord() {
        Tokenizer word = new Tokenizer(text, first, last, firstLine, rules);
        word.next();
        return tokens.text(first, word.end()).toUpperCase(Locale.ROOT);
    }

    private Found cutOff() {
        truncated = true;
        problems.add(tokens.line(), "The " + tokens.unterminated() + " that opens here is never closed", null);
        return Found.END;
    }
}
