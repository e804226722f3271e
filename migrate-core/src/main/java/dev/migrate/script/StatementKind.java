package dev.migrate.script;

import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;

/** What a statement means for the transaction around it, decided on tokens and never on substrings. */
enum StatementKind {
    /** Runs in a transaction. */
    TRANSACTIONAL,
    /** The database refuses it in a transaction block, whatever state it is in. */
    NON_TRANSACTIONAL,
    /** Opens or ends a transaction. */
    TRANSACTION_CONTROL,
    /** Reads from or writes to the client. */
    COPY_STREAM,
    /** Resets the session, the lock of the run included. */
    SESSION_RESET;

    /**
     * Classifies one statement.
     *
     * @param tokens stands before the first token of the statement and ends with it
     * @param nesting what was noticed while the statement was read
     * @param rules the database's
     */
    static StatementKind of(Tokenizer tokens, Nesting nesting, LexicalRules rules) {
        if (tokens.nextSignificant() != Token.WORD) {
            return TRANSACTIONAL;
        }
        return rules.has(LexicalRule.POSTGRESQL_STATEMENTS) ? ofPostgres(tokens, nesting) : ofOther(tokens, rules);
    }

    private static StatementKind ofOther(Tokenizer tokens, LexicalRules rules) {
        return switch (tokens.symbol() | 0x20) {
            case 'b' -> when(tokens.is("BEGIN") && !followedBy(tokens, "NOT"), TRANSACTION_CONTROL);
            case 'c', 'e' -> when(tokens.is("COMMIT") || tokens.is("END"), TRANSACTION_CONTROL);
            case 'r' -> when(tokens.is("ROLLBACK") && rollsEverythingBack(tokens), TRANSACTION_CONTROL);
            case 's' -> when(tokens.is("START") && followedBy(tokens, "TRANSACTION"), TRANSACTION_CONTROL);
            case 'v' -> when(rules.has(LexicalRule.VACUUM_ALONE) && tokens.is("VACUUM"), NON_TRANSACTIONAL);
            case 'x' -> when(tokens.is("XA"), TRANSACTION_CONTROL);
            default -> TRANSACTIONAL;
        };
    }

    private static StatementKind ofPostgres(Tokenizer tokens, Nesting nesting) {
        return switch (tokens.symbol() | 0x20) {
            case 'a' -> alter(tokens, nesting);
            case 'b', 'e' -> when(tokens.is("BEGIN") || tokens.is("END"), TRANSACTION_CONTROL);
            case 'c' -> create(tokens);
            case 'd' -> drop(tokens);
            case 'p' -> when(prepares(tokens), TRANSACTION_CONTROL);
            case 'r' -> reindex(tokens);
            case 's' -> when(tokens.is("START") && followedBy(tokens, "TRANSACTION"), TRANSACTION_CONTROL);
            case 'v' -> when(tokens.is("VACUUM"), NON_TRANSACTIONAL);
            default -> TRANSACTIONAL;
        };
    }

    private static StatementKind alter(Tokenizer tokens, Nesting nesting) {
        if (tokens.is("ABORT")) {
            return TRANSACTION_CONTROL;
        }
        if (!tokens.is("ALTER")) {
            return TRANSACTIONAL;
        }
        tokens.nextSignificant();
        if (tokens.is("TABLE")) {
            return when(nesting.namesConcurrently() && contains(tokens, "DETACH", "PARTITION"), NON_TRANSACTIONAL);
        }
        if (tokens.is("DATABASE")) {
            return when(contains(tokens, "SET", "TABLESPACE"), NON_TRANSACTIONAL);
        }
        if (tokens.is("SUBSCRIPTION")) {
            return when(Subscriptions.alterNeedsNoTransaction(tokens), NON_TRANSACTIONAL);
        }
        return when(tokens.is("SYSTEM"), NON_TRANSACTIONAL);
    }

    private static StatementKind create(Tokenizer tokens) {
        if (tokens.is("CREATE")) {
            tokens.nextSignificant();
            if (tokens.is("SUBSCRIPTION")) {
                return when(Subscriptions.createNeedsNoTransaction(tokens), NON_TRANSACTIONAL);
            }
            if (tokens.is("UNIQUE")) {
                tokens.nextSignificant();
            }
            return when(isServerObject(tokens) || isConcurrentIndex(tokens), NON_TRANSACTIONAL);
        }
        if (tokens.is("COPY")) {
            return when(CopyStatement.streams(tokens), COPY_STREAM);
        }
        if (tokens.is("CLUSTER")) {
            return when(clustersEverything(tokens), NON_TRANSACTIONAL);
        }
        return when(tokens.is("COMMIT"), TRANSACTION_CONTROL);
    }

    private static StatementKind drop(Tokenizer tokens) {
        if (tokens.is("DISCARD")) {
            return when(followedBy(tokens, "ALL"), SESSION_RESET);
        }
        if (!tokens.is("DROP")) {
            return TRANSACTIONAL;
        }
        tokens.nextSignificant();
        return when(isServerObject(tokens) || isConcurrentIndex(tokens), NON_TRANSACTIONAL);
    }

    private static StatementKind reindex(Tokenizer tokens) {
        if (tokens.is("ROLLBACK")) {
            return when(rollsEverythingBack(tokens), TRANSACTION_CONTROL);
        }
        if (!tokens.is("REINDEX")) {
            return TRANSACTIONAL;
        }
        boolean concurrently = false;
        Token token = tokens.nextSignificant();
        if (token == Token.SYMBOL && tokens.symbol() == '(') {
            concurrently = Options.read(tokens).isOn("CONCURRENTLY");
            tokens.nextSignificant();
        }
        boolean everything = tokens.is("DATABASE") || tokens.is("SCHEMA") || tokens.is("SYSTEM");
        return when(concurrently || everything || followedBy(tokens, "CONCURRENTLY"), NON_TRANSACTIONAL);
    }

    private static boolean rollsEverythingBack(Tokenizer tokens) {
        tokens.nextSignificant();
        if (tokens.is("WORK") || tokens.is("TRANSACTION")) {
            tokens.nextSignificant();
        }
        return !tokens.is("TO");
    }

    /** Without a table to cluster, after options in either spelling. */
    private static boolean clustersEverything(Tokenizer tokens) {
        Token token = tokens.nextSignificant();
        if (token == Token.SYMBOL && tokens.symbol() == '(') {
            Options.read(tokens);
            token = tokens.nextSignificant();
        } else if (tokens.is("VERBOSE")) {
            token = tokens.nextSignificant();
        }
        return token == Token.END;
    }

    private static boolean prepares(Tokenizer tokens) {
        return tokens.is("PREPARE") && followedBy(tokens, "TRANSACTION") && tokens.nextSignificant() == Token.STRING;
    }

    private static boolean isServerObject(Tokenizer tokens) {
        return tokens.is("DATABASE") || tokens.is("TABLESPACE");
    }

    private static boolean isConcurrentIndex(Tokenizer tokens) {
        return tokens.is("INDEX") && followedBy(tokens, "CONCURRENTLY");
    }

    private static boolean followedBy(Tokenizer tokens, String word) {
        return tokens.nextSignificant() == Token.WORD && tokens.is(word);
    }

    private static boolean contains(Tokenizer tokens, String word, String next) {
        Token token = tokens.nextSignificant();
        while (token != Token.END) {
            boolean matches = tokens.is(word);
            token = tokens.nextSignificant();
            if (matches && tokens.is(next)) {
                return true;
            }
        }
        return false;
    }

    private static StatementKind when(boolean holds, StatementKind kind) {
        return holds ? kind : TRANSACTIONAL;
    }
}
