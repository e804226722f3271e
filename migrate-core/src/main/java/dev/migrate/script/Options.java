package dev.migrate.script;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The options in parentheses of a utility statement: names in capitals, values in lower case, on without a value. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /** Reads up to the closing parenthesis; the opening one is the current token. */
    static Options read(Tokenizer tokens) {
        Options options = new Options();
        String name = "";
        for (Token token = tokens.nextSignificant(); token != Token.END; token = tokens.nextSignificant()) {
            char symbol = token == Token.SYMBOL ? tokens.symbol() : 'x';
            if (symbol == ')') {
                return options;
            }
            if (symbol == ',') {
                name = "";
            } else if (name.isEmpty()) {
                name = text(tokens).toUpperCase(Locale.ROOT);
                options.values.put(name, "on");
            } else if (symbol != '=') {
                options.values.put(name, text(tokens).replace("'", "").toLowerCase(Locale.ROOT));
            }
        }
        return options;
    }

    boolean isOn(String name) {
        String value = values.get(name);
        return value != null && !isOff(name);
    }

    boolean isOff(String name) {
        String value = values.getOrDefault(name, "on");
        return value.equals("off") || value.equals("false") || value.equals("0");
    }

    private static String text(Tokenizer tokens) {
        return tokens.text(tokens.start(), tokens.end());
    }
}
