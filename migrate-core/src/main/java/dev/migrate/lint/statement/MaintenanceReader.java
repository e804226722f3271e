package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.lint.statement.Ddl.Work;
import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** Reads statements that work on whole tables and change no definition. */
final class MaintenanceReader {

    private static final Set<String> VACUUM_WORDS = Set.of("full", "freeze", "verbose", "analyze", "analyse");

    private final Cursor cursor;

    private String options = "";

    MaintenanceReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl read() {
        if (cursor.accept("REINDEX")) {
            return reindex();
        }
        if (cursor.accept("LOCK")) {
            return lock();
        }
        if (cursor.accept("TRUNCATE")) {
            cursor.accept("TABLE");
            List<ObjectName> tables = cursor.names();
            words(Set.of("restart", "continue", "identity", "cascade", "restrict"));
            return new Ddl.Maintenance(Work.TRUNCATE, tables, options);
        }
        if (cursor.accept("CLUSTER")) {
            return cluster();
        }
        Work work = cursor.sees("VACUUM") ? Work.VACUUM : Work.ANALYZE;
        cursor.skip();
        parenthesized();
        words(VACUUM_WORDS);
        List<ObjectName> tables = tables();
        Ddl.Maintenance read = new Ddl.Maintenance(work, tables, options);
        return work == Work.VACUUM && read.has("FULL") ? new Ddl.Maintenance(Work.VACUUM_FULL, tables, options) : read;
    }

    private Ddl reindex() {
        parenthesized();
        SqlToken token = cursor.peek();
        String kind = token == null ? "" : token.text().toUpperCase(Locale.ROOT);
        if (!cursor.acceptAny(Set.of("index", "table", "schema", "database", "system"))) {
            cursor.fail("INDEX or TABLE");
        }
        boolean goesOn = cursor.accept("CONCURRENTLY") || options.contains("CONCURRENTLY");
        ObjectName name = cursor.ended() ? null : cursor.name();
        return new Ddl.Reindex(kind, name, goesOn ? Writers.GO_ON : Writers.WAIT);
    }

    private Ddl lock() {
        cursor.accept("TABLE");
        List<ObjectName> tables = cursor.names();
        String mode = "ACCESS EXCLUSIVE";
        if (cursor.accept("IN")) {
            StringBuilder words = new StringBuilder();
            while (cursor.peek() != null && !cursor.sees("MODE")) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(cursor.identifier().toUpperCase(Locale.ROOT));
            }
            cursor.expect("MODE");
            mode = words.toString();
        }
        cursor.accept("NOWAIT");
        return new Ddl.Maintenance(Work.LOCK, tables, mode);
    }

    private Ddl cluster() {
        parenthesized();
        words(Set.of("verbose"));
        if (cursor.ended()) {
            return new Ddl.Maintenance(Work.CLUSTER, List.of(), options);
        }
        ObjectName table = cursor.name();
        if (cursor.accept("USING")) {
            cursor.identifier();
        } else if (cursor.accept("ON")) {
            table = cursor.name();
        }
        return new Ddl.Maintenance(Work.CLUSTER, List.of(table), options);
    }

    private List<ObjectName> tables() {
        List<ObjectName> tables = new ArrayList<>();
        if (cursor.ended()) {
            return tables;
        }
        do {
            cursor.accept("ONLY");
            tables.add(cursor.name());
            if (cursor.seesSymbol('(')) {
                cursor.columns();
            }
        } while (cursor.acceptSymbol(','));
        return tables;
    }

    private void parenthesized() {
        if (cursor.seesSymbol('(')) {
            for (SqlToken token : cursor.parenthesized().tokens()) {
                add(token.text());
            }
        }
    }

    private void words(Set<String> known) {
        SqlToken token = cursor.peek();
        while (token != null && cursor.acceptAny(known)) {
            add(token.text());
            token = cursor.peek();
        }
    }

    private void add(String word) {
        options += (options.isEmpty() ? "" : " ") + word.toUpperCase(Locale.ROOT);
    }
}
