package dev.migrate.script;

/** Knows whether a semicolon ends the statement that is being read, from the tokens read so far. */
final class Nesting {

    private enum Before {
        DOT,
        AS,
        BEGIN,
        OTHER
    }

    private Before before = Before.OTHER;

    private int parentheses;

    private int parenthesisLine;

    private int blocks;

    private int blockLine;

    private boolean first = true;

    private boolean creating;

    private boolean routine;

    private boolean concurrently;

    void clear() {
        before = Before.OTHER;
        parentheses = 0;
        blocks = 0;
        first = true;
        creating = false;
        routine = false;
        concurrently = false;
    }

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
        } else if (tokens.is("CONCURRENTLY") && before != Before.DOT && parentheses == 0) {
            concurrently = true;
        }
        before = routine ? role(tokens) : Before.OTHER;
    }

    void symbol(char symbol, int line) {
        first = false;
        creating = false;
        if (symbol == '(') {
            if (parentheses++ == 0) {
                parenthesisLine = line;
            }
        } else if (symbol == ')' && parentheses > 0) {
            parentheses--;
        }
        before = symbol == '.' ? Before.DOT : Before.OTHER;
    }

    void other() {
        first = false;
        creating = false;
        before = Before.OTHER;
    }

    boolean isOpen() {
        return parentheses > 0 || blocks > 0;
    }

    /** Tells whether CONCURRENTLY stands in the statement as a keyword, outside of parentheses. */
    boolean namesConcurrently() {
        return concurrently;
    }

    void reportOpen(Problems problems) {
        if (parentheses > 0) {
            problems.add(parenthesisLine, "The parenthesis that opens here is never closed", null);
        }
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
        return parentheses == 0 && tokens.is("BEGIN") ? Before.BEGIN : Before.OTHER;
    }
}
