package dev.migrate.script;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Interruptible;
import dev.migrate.operation.Interruptible.Scope;
import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;
import dev.migrate.schema.Index.Uniqueness;
import dev.migrate.schema.ObjectName;

/** Recognizes by its tokens what an interruption of a statement of PostgreSQL leaves behind. */
public final class InterruptibleSql {

    /** What they begin is one transaction, whatever follows. */
    private static final Set<String> UNDIVIDED = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "WITH",
            "SELECT",
            "VALUES",
            "TABLE",
            "TRUNCATE",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "LOCK",
            "REFRESH",
            "COPY",
            "REASSIGN",
            "SECURITY",
            "IMPORT");

    private static final Set<String> REPEATABLE = Set.of("VACUUM", "ANALYZE", "ANALYSE", "CLUSTER", "CHECKPOINT");

    /** What lives beside the database, or in another one, and takes no part in its transactions. */
    private static final Set<String> OUTSIDE = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION");

    private static final Interruptible.Undivided ONE_TRANSACTION = new Interruptible.Undivided();

    private final Tokenizer tokens;

    private final String sql;

    private Token token = Token.END;

    private InterruptibleSql(String sql, LexicalRules rules) {
        this.sql = sql;
        this.tokens = Tokenizer.of(sql, 1, rules);
    }

    /**
     * Returns what the statement is, or {@code null} if nothing is known of it.
     *
     * @param sql one statement without its terminating semicolon
     * @param rules the database's
     */
    public static @Nullable Interruptible of(String sql, LexicalRules rules) {
        return rules.has(LexicalRule.POSTGRESQL_STATEMENTS) ? new InterruptibleSql(sql, rules).recognize() : null;
    }

    private @Nullable Interruptible recognize() {
        next();
        if (token != Token.WORD) {
            // A query may stand in parentheses.
            return token == Token.SYMBOL && tokens.symbol() == '(' ? ONE_TRANSACTION : null;
        }
        String head = text().toUpperCase(Locale.ROOT);
        next();
        return switch (head) {
            case "CREATE" -> create();
            case "DROP" -> drop();
            case "ALTER" -> alter();
            case "REINDEX" -> reindex();
            case "SET", "RESET" -> new Interruptible.Setting();
            case "DO" -> endsNoTransaction() ? ONE_TRANSACTION : null;
            default ->
                UNDIVIDED.contains(head)
                        ? ONE_TRANSACTION
                        : REPEATABLE.contains(head) ? new Interruptible.Repeatable() : null;
        };
    }

    /** Code that calls procedures or makes its own statements may commit in the middle. */
    private boolean endsNoTransaction() {
        String text = sql.toLowerCase(Locale.ROOT);
        return !(text.contains("commit")
                || text.contains("rollback")
                || text.contains("call")
                || text.contains("execute"));
    }

    private @Nullable Interruptible create() {
        boolean unique = skip("UNIQUE");
        if (!tokens.is("INDEX")) {
            return ofObject();
        }
        next();
        return skip("CONCURRENTLY") ? index(unique ? Uniqueness.UNIQUE : Uniqueness.NOT_UNIQUE) : ONE_TRANSACTION;
    }

    private @Nullable Interruptible index(Uniqueness uniqueness) {
        if (skip("IF")) {
            skip("NOT");
            skip("EXISTS");
        }
        ObjectName name = tokens.is("ON") ? null : name();
        if (name == null || name.schema() != null || !skip("ON")) {
            return null;
        }
        skip("ONLY");
        ObjectName table = name();
        if (table == null || token == Token.END) {
            return null;
        }
        return new Interruptible.IndexBuild(table, name.name(), uniqueness, rest());
    }

    private @Nullable Interruptible drop() {
        if (!tokens.is("INDEX")) {
            return ofObject();
        }
        next();
        if (!skip("CONCURRENTLY")) {
            return ONE_TRANSACTION;
        }
        if (skip("IF")) {
            skip("EXISTS");
        }
        ObjectName name = name();
        return name == null ? null : new Interruptible.IndexDrop(name);
    }

    private @Nullable Interruptible alter() {
        if (skip("SYSTEM")) {
            return new Interruptible.Repeatable();
        }
        if (!skip("TABLE")) {
            return ofObject();
        }
        if (skip("IF")) {
            skip("EXISTS");
        }
        skip("ONLY");
        ObjectName table = name();
        if (table == null) {
            return null;
        }
        if (isSymbol('*')) {
            next();
        }
        if (!skip("DETACH")) {
            return ONE_TRANSACTION;
        }
        skip("PARTITION");
        ObjectName partition = name();
        if (partition == null) {
            return null;
        }
        return tokens.is("CONCURRENTLY") ? new Interruptible.PartitionDetach(table, partition) : ONE_TRANSACTION;
    }

    private @Nullable Interruptible reindex() {
        boolean concurrently = isSymbol('(') && Options.read(tokens).isOn("CONCURRENTLY");
        if (isSymbol(')')) {
            next();
        }
        Scope scope =
                switch (text().toUpperCase(Locale.ROOT)) {
                    case "INDEX" -> Scope.INDEX;
                    case "TABLE" -> Scope.TABLE;
                    case "SCHEMA" -> Scope.SCHEMA;
                    default -> Scope.DATABASE;
                };
        next();
        if (!skip("CONCURRENTLY") && !concurrently) {
            return new Interruptible.Repeatable();
        }
        ObjectName name = token == Token.END ? null : name();
        if (scope == Scope.DATABASE) {
            return new Interruptible.IndexRebuild(scope, null);
        }
        return name == null ? null : new Interruptible.IndexRebuild(scope, name);
    }

    private @Nullable Interruptible ofObject() {
        return token == Token.WORD && !OUTSIDE.contains(text().toUpperCase(Locale.ROOT)) ? ONE_TRANSACTION : null;
    }

    /** Reads a name with or without a schema, as the database keeps it; {@code null} where none stands. */
    private @Nullable ObjectName name() {
        String first = part();
        if (first == null || !isSymbol('.')) {
            return first == null || isSymbol('&') ? null : ObjectName.of(first);
        }
        next();
        String second = part();
        return second == null || isSymbol('.') ? null : new ObjectName(first, second);
    }

    private @Nullable String part() {
        String text = text();
        if (token == Token.QUOTED_IDENTIFIER && text.length() > 2) {
            next();
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        if (token != Token.WORD) {
            return null;
        }
        next();
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            // The server leaves letters beyond ASCII as they are.
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }

    private boolean isSymbol(char symbol) {
        return token == Token.SYMBOL && tokens.symbol() == symbol;
    }

    private boolean skip(String word) {
        if (token != Token.WORD || !tokens.is(word)) {
            return false;
        }
        next();
        return true;
    }

    private void next() {
        token = tokens.nextSignificant();
    }

    private String text() {
        return tokens.text(tokens.start(), tokens.end());
    }

    private String rest() {
        return tokens.text(tokens.start(), tokens.limit);
    }
}
