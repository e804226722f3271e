package dev.migrate.script;

/** Looks at the rest of a COPY statement. */
final class CopyStatement {

    private CopyStatement() {}

    /** Tells whether it reads from or writes to the client; PostgreSQL takes stdin and stdout for the same word. */
    static boolean streams(Tokenizer tokens) {
        int depth = 0;
        boolean afterDirection = false;
        for (Token token = tokens.nextSignificant(); token != Token.END; token = tokens.nextSignificant()) {
            if (token == Token.SYMBOL && tokens.symbol() == '(') {
                depth++;
            } else if (token == Token.SYMBOL && tokens.symbol() == ')') {
                depth--;
            }
            if (afterDirection && (tokens.is("STDIN") || tokens.is("STDOUT"))) {
                return true;
            }
            afterDirection = depth == 0 && (tokens.is("FROM") || tokens.is("TO"));
        }
        return false;
    }
}
