package dev.migrate.lint.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** Reads statements that read or change rows, as far as to know which. */
final class RowsReader {

    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge", "values", "table");

    private final Cursor cursor;

    RowsReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl query() {
        return select(cursor.rest().tokens());
    }

    Ddl read() {
        if (cursor.sees("WITH")) {
            return with();
        }
        return change(cursor, List.of());
    }

    private Ddl with() {
        List<SqlToken> all = cursor.rest().tokens();
        int depth = 0;
        for (int i = 1; i < all.size(); i++) {
            SqlToken token = all.get(i);
            depth += token.nesting();
            boolean verb = token.kind() == SqlToken.Kind.WORD && VERBS.contains(token.name());
            if (depth == 0 && verb && all.get(i - 1).isSymbol(')')) {
                return change(new Cursor(all.subList(i, all.size())), Recognizer.sources(all));
            }
        }
        return new Ddl.Unrecognized("no SELECT, INSERT, UPDATE, DELETE or MERGE is found behind WITH");
    }

    private static Ddl change(Cursor cursor, List<ObjectName> before) {
        if (cursor.accept("UPDATE")) {
            return rows("UPDATE", cursor, before);
        }
        if (cursor.accept("DELETE", "FROM")) {
            return rows("DELETE", cursor, before);
        }
        if (cursor.accept("INSERT", "INTO")) {
            return rows("INSERT", cursor, before);
        }
        if (cursor.accept("MERGE", "INTO")) {
            return rows("MERGE", cursor, before);
        }
        return select(cursor.rest().tokens());
    }

    private static Ddl rows(String verb, Cursor cursor, List<ObjectName> before) {
        cursor.accept("ONLY");
        ObjectName table = cursor.name();
        List<SqlToken> rest = cursor.rest().tokens();
        List<ObjectName> reads = new java.util.ArrayList<>(before);
        reads.addAll(Recognizer.sources(rest));
        reads.remove(table);
        return new Ddl.Rows(verb, table, reads.stream().distinct().toList(), isLimited(rest));
    }

    private static boolean isLimited(List<SqlToken> tokens) {
        return tokens.stream().anyMatch(token -> token.is("WHERE"));
    }

    private static Ddl select(List<SqlToken> tokens) {
        Ddl setting = setting(tokens);
        return setting == null ? new Ddl.Rows("SELECT", null, Recognizer.sources(tokens), isLimited(tokens)) : setting;
    }

    /** SELECT set_config('…', '…', true) is another way to write SET. */
    private static @org.jspecify.annotations.Nullable Ddl setting(List<SqlToken> tokens) {
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (tokens.get(i).is("set_config")
                    && tokens.get(i + 2).kind() == SqlToken.Kind.STRING
                    && tokens.get(i + 4).kind() == SqlToken.Kind.STRING) {
                return new Ddl.SetVariable(
                        content(tokens.get(i + 2)).toLowerCase(Locale.ROOT), content(tokens.get(i + 4)));
            }
        }
        return null;
    }

    private static String content(SqlToken string) {
        String text = string.text();
        return text.length() >= 2 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }
}
