package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.migrate.script.SqlToken;

/**
 * A piece of SQL that is kept as it was written.
 *
 * @param tokens without comments
 */
public record Expression(List<SqlToken> tokens) {

    private static final Expression NONE = new Expression(List.of());

    /** Copies the list. */
    public Expression {
        tokens = List.copyOf(tokens);
    }

    /** Returns nothing at all. */
    public static Expression none() {
        return NONE;
    }

    /** Tells whether there is nothing. */
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Returns the SQL in one form for all ways to write it: lower case, one blank between tokens. */
    public String normal() {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : tokens) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            switch (token.kind()) {
                case WORD -> text.append(token.text().toLowerCase(Locale.ROOT));
                case QUOTED -> text.append(Sql.isPlain(token.text()) ? token.text() : '"' + token.text() + '"');
                default -> text.append(token.text());
            }
        }
        return text.toString();
    }

    /** Returns the SQL as people write it. */
    public String text() {
        return normal().replace(" ( ", "(")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .replace(" . ", ".")
                .replace(" : : ", "::")
                .replace(": :", "::");
    }

    /** Returns the names of the functions that it calls, in order, without schemas. */
    public List<String> functions() {
        List<String> functions = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).isSymbol('(')) {
                functions.add(tokens.get(i).name());
            }
        }
        return functions;
    }

    /** Tells whether the name stands in it, as a column or otherwise. */
    public boolean mentions(String name) {
        return tokens.stream().anyMatch(token -> token.isName() && token.name().equals(name));
    }

    /** Returns the parts between {@code AND}s outside of parentheses, in normal form and without parentheses around. */
    public List<String> conjuncts() {
        List<String> parts = new ArrayList<>();
        List<Expression> open = new ArrayList<>(List.of(unwrapped()));
        // Grows only by parts that are shorter than what they come from.
        for (int i = 0; i < open.size(); i++) {
            List<List<SqlToken>> split = open.get(i).split(token -> token.is("AND"));
            if (split.size() == 1) {
                parts.add(open.get(i).normal());
            } else {
                split.forEach(part -> open.add(new Expression(part).unwrapped()));
            }
        }
        return parts;
    }

    /** Returns the parts between separators outside of parentheses. */
    List<List<SqlToken>> split(Predicate<SqlToken> separator) {
        List<List<SqlToken>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.nesting();
            if (depth == 0 && separator.test(token)) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    private Expression unwrapped() {
        List<SqlToken> inner = tokens;
        while (inner.size() > 2 && inner.get(0).isSymbol('(') && closing(inner) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return new Expression(inner);
    }

    private static int closing(List<SqlToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.nesting();
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return text();
    }
}
