package dev.migrate.script;

/**
 * Knows {@code BEGIN …; …; END} of MariaDB, in routines, triggers and events and as {@code BEGIN NOT ATOMIC}. Other blocks,
 * which end with {@code END IF} and the like, stand inside of it.
 */
final class RoutineNesting extends Nesting {

    private enum Stage {
        FIRST,
        /** Behind CREATE or ALTER, before the kind of object. */
        KIND,
        BEGIN,
        ROUTINE,
        OTHER
    }

    private Stage stage = Stage.FIRST;

    private int blocks;

    private int blockLine;

    private boolean behindEnd;

    private boolean name;

    @Override
    void clear() {
        super.clear();
        stage = Stage.FIRST;
        blocks = 0;
        behindEnd = false;
        name = false;
    }

    @Override
    void word(Tokenizer tokens) {
        if (stage == Stage.ROUTINE) {
            wordOfRoutine(tokens);
        } else {
            stage = next(tokens);
        }
        name = tokens.is("AS");
    }

    @Override
    void symbol(char symbol, int line) {
        super.symbol(symbol, line);
        other();
        name = symbol == '.' || symbol == '@';
    }

    @Override
    void other() {
        stage = stage == Stage.FIRST || stage == Stage.BEGIN ? Stage.OTHER : stage;
        behindEnd = false;
        name = false;
    }

    @Override
    boolean isOpen() {
        return super.isOpen() || blocks > 0;
    }

    @Override
    void reportOpen(Problems problems) {
        super.reportOpen(problems);
        if (blocks > 0) {
            problems.add(blockLine, "BEGIN has no END", "End the body with `END;`.");
        }
    }

    private Stage next(Tokenizer tokens) {
        return switch (stage) {
            case FIRST -> {
                if (tokens.is("BEGIN")) {
                    yield Stage.BEGIN;
                }
                yield tokens.is("CREATE") || tokens.is("ALTER") ? Stage.KIND : Stage.OTHER;
            }
            case BEGIN -> {
                if (!tokens.is("NOT")) {
                    yield Stage.OTHER;
                }
                open(tokens);
                yield Stage.ROUTINE;
            }
            case KIND -> name ? Stage.KIND : kind(tokens);
            case ROUTINE, OTHER -> stage;
        };
    }

    private static Stage kind(Tokenizer tokens) {
        if (tokens.is("PROCEDURE") || tokens.is("FUNCTION") || tokens.is("TRIGGER") || tokens.is("EVENT")) {
            return Stage.ROUTINE;
        }
        boolean other = tokens.is("TABLE") || tokens.is("VIEW") || tokens.is("INDEX") || tokens.is("USER");
        return other ? Stage.OTHER : Stage.KIND;
    }

    private void wordOfRoutine(Tokenizer tokens) {
        boolean closesOther = behindEnd
                && (tokens.is("IF")
                        || tokens.is("LOOP")
                        || tokens.is("REPEAT")
                        || tokens.is("WHILE")
                        || tokens.is("FOR"));
        boolean closesCase = behindEnd && tokens.is("CASE");
        behindEnd = false;
        if (closesOther) {
            // Its beginning was not counted, since IF and REPEAT are functions as well.
            blocks++;
        } else if (closesCase || name) {
            return;
        } else if (tokens.is("BEGIN")) {
            open(tokens);
        } else if (blocks > 0 && tokens.is("CASE")) {
            blocks++;
        } else if (blocks > 0 && tokens.is("END")) {
            blocks--;
            behindEnd = true;
        }
    }

    private void open(Tokenizer tokens) {
        if (blocks++ == 0) {
            blockLine = tokens.line();
        }
    }
}
