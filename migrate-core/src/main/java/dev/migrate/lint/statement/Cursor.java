package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** A place in the tokens of a statement; whoever expects what is not there leaves it failed, and it stands at the end then. */
final class Cursor {

    private final List<SqlToken> tokens;

    private int at;

    private @Nullable String failure;

    Cursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    boolean ended() {
        return at >= tokens.size();
    }

    /** Returns what was expected and not found, or {@code null}. */
    @Nullable String failure() {
        if (failure == null && !ended()) {
            return "`" + tokens.get(at).text() + "` is not understood here";
        }
        return failure;
    }

    void fail(String expected) {
        if (failure == null) {
            failure = ended()
                    ? expected + " is missing at its end"
                    : expected + " is missing before `" + tokens.get(at).text() + "`";
        }
        at = tokens.size();
    }

    /** Returns the next token, or {@code null} at the end. */
    @Nullable SqlToken peek() {
        return peek(0);
    }

    @Nullable SqlToken peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            SqlToken token = peek(i);
            if (token == null || !token.is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean seesSymbol(char symbol) {
        SqlToken token = peek();
        return token != null && token.isSymbol(symbol);
    }

    /** Moves behind these words if they are the next ones. */
    boolean accept(String... words) {
        boolean accepted = sees(words);
        at += accepted ? words.length : 0;
        return accepted;
    }

    boolean acceptAny(Set<String> words) {
        SqlToken token = peek();
        boolean accepted = token != null && token.kind() == SqlToken.Kind.WORD && words.contains(token.name());
        at += accepted ? 1 : 0;
        return accepted;
    }

    boolean acceptSymbol(char symbol) {
        boolean accepted = seesSymbol(symbol);
        at += accepted ? 1 : 0;
        return accepted;
    }

    void expect(String... words) {
        if (!accept(words)) {
            fail(String.join(" ", words));
        }
    }

    void expectSymbol(char symbol) {
        if (!acceptSymbol(symbol)) {
            fail("`" + symbol + "`");
        }
    }

    void skip() {
        at++;
    }

    /** Returns an identifier as the database keeps it; an empty one where there is none. */
    String identifier() {
        SqlToken token = peek();
        if (token == null || !token.isName() || token.text().isEmpty()) {
            fail("a name");
            return "?";
        }
        at++;
        return token.name();
    }

    /** Returns a name, perhaps with a schema; a database before that is dropped. */
    ObjectName name() {
        String first = identifier();
        String schema = null;
        while (seesSymbol('.')) {
            at++;
            schema = first;
            first = identifier();
        }
        return new ObjectName(schema, first);
    }

    List<ObjectName> names() {
        List<ObjectName> names = new ArrayList<>();
        do {
            accept("ONLY");
            names.add(name());
            acceptSymbol('*');
        } while (acceptSymbol(','));
        return names;
    }

    /** Returns identifiers in parentheses. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        expectSymbol('(');
        do {
            columns.add(identifier());
        } while (acceptSymbol(','));
        expectSymbol(')');
        return columns;
    }

    /** Returns what stands in parentheses, which are the next thing. */
    Expression parenthesized() {
        if (!seesSymbol('(')) {
            fail("`(`");
            return Expression.none();
        }
        int start = at + 1;
        skipParentheses();
        return new Expression(tokens.subList(Math.min(start, at), Math.max(start, at - 1)));
    }

    private void skipParentheses() {
        int depth = 0;
        while (!ended()) {
            SqlToken token = tokens.get(at++);
            depth += token.nesting();
            if (depth == 0) {
                return;
            }
        }
        fail("`)`");
    }

    /** Returns everything up to one of these words, a comma or a closing parenthesis, at least one token. */
    Expression until(Set<String> words) {
        int start = at;
        while (!ended()) {
            SqlToken token = tokens.get(at);
            boolean stops = token.isSymbol(',')
                    || token.isSymbol(')')
                    || (at > start && token.kind() == SqlToken.Kind.WORD && words.contains(token.name()));
            if (stops) {
                break;
            }
            if (token.isSymbol('(')) {
                skipParentheses();
            } else {
                at++;
            }
        }
        if (at == start) {
            fail("an expression");
        }
        return new Expression(tokens.subList(Math.min(start, at), at));
    }

    /** Returns everything up to the end. */
    Expression rest() {
        Expression rest = new Expression(tokens.subList(Math.min(at, tokens.size()), tokens.size()));
        at = tokens.size();
        return rest;
    }
}
