package dev.migrate.script;

/** Knows the bodies of triggers on SQLite, which end with {@code ; END}; so {@code END} may be a name as well. */
final class TriggerNesting extends Nesting {

    private boolean first = true;

    private boolean creating;

    private boolean trigger;

    private boolean body;

    private int bodyLine;

    private boolean behindSemicolon;

    private boolean ended;

    @Override
    void clear() {
        super.clear();
        first = true;
        creating = false;
        trigger = false;
        body = false;
        behindSemicolon = false;
        ended = false;
    }

    @Override
    void word(Tokenizer tokens) {
        if (first) {
            creating = tokens.is("CREATE");
        } else if (creating) {
            trigger = tokens.is("TRIGGER");
            creating = tokens.is("TEMP") || tokens.is("TEMPORARY");
        }
        first = false;
        ended = behindSemicolon && tokens.is("END");
        behindSemicolon = false;
        if (trigger && !body && tokens.is("BEGIN")) {
            body = true;
            bodyLine = tokens.line();
        }
    }

    @Override
    void symbol(char symbol, int line) {
        other();
        super.symbol(symbol, line);
        behindSemicolon = symbol == ';';
    }

    @Override
    void other() {
        first = false;
        creating = false;
        behindSemicolon = false;
        ended = false;
    }

    @Override
    boolean isOpen() {
        return super.isOpen() || (body && !ended);
    }

    @Override
    void reportOpen(Problems problems) {
        super.reportOpen(problems);
        if (body && !ended) {
            problems.add(bodyLine, "The body of the trigger has no END", "End the trigger with `END;`.");
        }
    }
}
