package dev.migrate.script;

/** Knows the bodies of SQL routines on PostgreSQL, {@code BEGIN ATOMIC …; …; END}. */
final class AtomicNesting extends Nesting {

    private enum Before {
        DOT,
        AS,
        BEGIN,
        OTHER
    }

    private Before before = Before.OTHER;

    private int blocks;

    private int blockLine;

    private boolean first = true;

    private boolean creating;

    private boolean routine;

    private boolean concurrently;

    @Override
    void clear() {
        super.clear();
        before = Before.OTHER;
        blocks = 0;
        first = true;
        creating = false;
        routine = false;
        concurrently = false;
    }

    @Override
    void word(Tokenizer tokens) {
        if (first) {
            creating = tokens.is("CREATE");
        } else if (creating) {
            routine = tokens.is("FUNCTION") || tokens.is("PROCEDURE");
            creating = tokens.is("OR") || tokens.is("REPLACE");
        }
        first = false;
        if (blocks > 0) {
            wordInBody(tokens);
        } else if (before == Before.BEGIN && tokens.is("ATOMIC")) {
            blocks = 1;
            blockLine = tokens.line();
        } else if (tokens.is("CONCURRENTLY") && before != Before.DOT && !isInParentheses()) {
            concurrently = true;
        }
        before = routine ? role(tokens) : Before.OTHER;
    }

    @Override
    void symbol(char symbol, int line) {
        first = false;
        creating = false;
        super.symbol(symbol, line);
        before = symbol == '.' ? Before.DOT : Before.OTHER;
    }

    @Override
    void other() {
        first = false;
        creating = false;
        before = Before.OTHER;
    }

    @Override
    boolean isOpen() {
        return super.isOpen() || blocks > 0;
    }

    @Override
    boolean namesConcurrently() {
        return concurrently;
    }

    @Override
    void reportOpen(Problems problems) {
        super.reportOpen(problems);
        if (blocks > 0) {
            problems.add(blockLine, "BEGIN ATOMIC has no END", "End the function body with `END;`.");
        }
    }

    /** CASE ends with END as well; behind a dot or AS the two words are names. */
    private void wordInBody(Tokenizer tokens) {
        if (before == Before.DOT || before == Before.AS) {
            return;
        }
        if (tokens.is("CASE")) {
            blocks++;
        } else if (tokens.is("END")) {
            blocks--;
        }
    }

    private Before role(Tokenizer tokens) {
        if (tokens.is("AS")) {
            return Before.AS;
        }
        return !isInParentheses() && tokens.is("BEGIN") ? Before.BEGIN : Before.OTHER;
    }
}
