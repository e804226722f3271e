package dev.migrate.lint.statement;

import dev.migrate.schema.ObjectName;

/** How names are written in statements that people are to paste. */
public final class Sql {

    private Sql() {}

    /** Tells whether the identifier needs no quotes to mean itself; words of the language are not looked for. */
    static boolean isPlain(String identifier) {
        if (identifier.isEmpty() || Character.isDigit(identifier.charAt(0)) || identifier.charAt(0) == '$') {
            return false;
        }
        return identifier
                .chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c > 127);
    }

    /** Returns the identifier, quoted where it needs that. */
    public static String quote(String identifier) {
        return isPlain(identifier) && !Keywords.isReserved(identifier)
                ? identifier
                : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Returns the name, quoted where it needs that. */
    public static String quote(ObjectName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }
}
