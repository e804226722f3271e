package dev.migrate.script;

import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;

/** Knows whether a semicolon ends the statement that is being read, from the tokens read so far. */
abstract class Nesting {

    private int parentheses;

    private int parenthesisLine;

    static Nesting of(LexicalRules rules) {
        if (rules.has(LexicalRule.TRIGGER_BODIES)) {
            return new TriggerNesting();
        }
        return rules.has(LexicalRule.ROUTINE_BODIES) ? new RoutineNesting() : new AtomicNesting();
    }

    void clear() {
        parentheses = 0;
    }

    abstract void word(Tokenizer tokens);

    void symbol(char symbol, int line) {
        if (symbol == '(') {
            if (parentheses++ == 0) {
                parenthesisLine = line;
            }
        } else if (symbol == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    /** Takes in a token that is neither a word nor a symbol. */
    abstract void other();

    boolean isOpen() {
        return parentheses > 0;
    }

    final boolean isInParentheses() {
        return parentheses > 0;
    }

    /** Tells whether CONCURRENTLY stands in the statement as a keyword, outside of parentheses. */
    boolean namesConcurrently() {
        return false;
    }

    void reportOpen(Problems problems) {
        if (parentheses > 0) {
            problems.add(parenthesisLine, "The parenthesis that opens here is never closed", null);
        }
    }
}
