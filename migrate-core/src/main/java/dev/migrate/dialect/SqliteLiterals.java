package dev.migrate.dialect;

/** Values as SQLite keeps them: it has neither booleans nor dates, but functions that take 0, 1 and ISO 8601. */
final class SqliteLiterals extends Literals {

    @Override
    String bool(Boolean value) {
        return value ? "1" : "0";
    }

    @Override
    String typed(String type, String text) {
        return text(text);
    }
}
