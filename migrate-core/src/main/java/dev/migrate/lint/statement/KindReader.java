package dev.migrate.lint.statement;

import dev.migrate.lint.statement.Ddl.Kind;

/** Reads the words for a kind of object; what locks no table is {@link Kind#OTHER}, and its words stay. */
final class KindReader {

    private KindReader() {}

    static Kind read(Cursor cursor) {
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            return Kind.MATERIALIZED_VIEW;
        }
        if (cursor.accept("TABLE") || cursor.accept("FOREIGN", "TABLE")) {
            return Kind.TABLE;
        }
        if (cursor.accept("FUNCTION") || cursor.accept("PROCEDURE") || cursor.accept("ROUTINE")) {
            return Kind.ROUTINE;
        }
        for (Kind kind : Kind.values()) {
            boolean one = kind != Kind.OTHER && kind != Kind.ROUTINE && kind != Kind.MATERIALIZED_VIEW;
            if (one && cursor.accept(kind.name())) {
                return kind;
            }
        }
        return Kind.OTHER;
    }
}
