package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.LexicalRules;

/**
 * A statement of PostgreSQL cut into tokens, for those who read SQL without running it.
 *
 * @param tokens in order, without comments
 * @param complete whether the statement ends with them: not where there were more than asked for, or a quote is open
 */
public record SqlTokens(List<SqlToken> tokens, boolean complete) {

    /** Copies the list. */
    public SqlTokens {
        tokens = List.copyOf(tokens);
    }

    /**
     * Cuts a statement.
     *
     * @param sql one statement
     * @param line the line of its first character
     * @param most how many tokens are asked for
     */
    public static SqlTokens of(String sql, int line, int most) {
        Tokenizer tokenizer = Tokenizer.of(sql, line, LexicalRules.postgresql());
        List<SqlToken> tokens = new ArrayList<>();
        Token token = tokenizer.nextSignificant();
        while (token != Token.END && token != Token.UNTERMINATED && tokens.size() < most) {
            tokens.add(token(tokenizer, token));
            token = tokenizer.nextSignificant();
        }
        return new SqlTokens(tokens, token == Token.END);
    }

    private static SqlToken token(Tokenizer tokenizer, Token token) {
        String text = tokenizer.text(tokenizer.start(), tokenizer.end());
        return switch (token) {
            case WORD -> new SqlToken(SqlToken.Kind.WORD, text, tokenizer.line());
            case QUOTED_IDENTIFIER ->
                new SqlToken(
                        SqlToken.Kind.QUOTED,
                        text.substring(1, text.length() - 1).replace("\"\"", "\""),
                        tokenizer.line());
            case STRING -> new SqlToken(SqlToken.Kind.STRING, text, tokenizer.line());
            default ->
                new SqlToken(
                        Character.isDigit(text.charAt(0)) ? SqlToken.Kind.NUMBER : SqlToken.Kind.SYMBOL,
                        text,
                        tokenizer.line());
        };
    }
}
