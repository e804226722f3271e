package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl.Existing;
import dev.migrate.lint.statement.Ddl.Kind;
import dev.migrate.lint.statement.Ddl.Persistence;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** Reads what stands behind {@code CREATE}. */
final class CreateReader {

    private final Cursor cursor;

    CreateReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl read() {
        cursor.expect("CREATE");
        boolean replaces = cursor.accept("OR", "REPLACE");
        boolean temporary = cursor.accept("GLOBAL") || cursor.accept("LOCAL");
        temporary |= cursor.accept("TEMPORARY") || cursor.accept("TEMP");
        if (cursor.accept("UNLOGGED", "TABLE")) {
            return table(Persistence.UNLOGGED);
        }
        if (cursor.accept("TABLE") || cursor.accept("FOREIGN", "TABLE")) {
            return table(temporary ? Persistence.TEMPORARY : Persistence.PERMANENT);
        }
        if (cursor.sees("UNIQUE") || cursor.sees("INDEX")) {
            return new IndexReader(cursor).read();
        }
        cursor.accept("RECURSIVE");
        if (cursor.accept("VIEW")) {
            return view(Kind.VIEW, replaces);
        }
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            return view(Kind.MATERIALIZED_VIEW, false);
        }
        return onTableOrOther();
    }

    private Ddl table(Persistence persistence) {
        Existing existing = cursor.accept("IF", "NOT", "EXISTS") ? Existing.SKIPS : Existing.FAILS;
        return new CreateTableReader(cursor, cursor.name(), persistence, existing).read();
    }

    private Ddl view(Kind kind, boolean replaces) {
        cursor.accept("IF", "NOT", "EXISTS");
        ObjectName view = cursor.name();
        while (cursor.peek() != null && !cursor.accept("AS")) {
            if (cursor.seesSymbol('(')) {
                cursor.parenthesized();
            } else {
                cursor.skip();
            }
        }
        return new Ddl.CreateView(view, kind, replaces, cursor.rest());
    }

    private Ddl onTableOrOther() {
        cursor.accept("CONSTRAINT");
        if (cursor.accept("TRIGGER")) {
            return onTable(Kind.TRIGGER, "ON");
        }
        if (cursor.accept("POLICY")) {
            return onTable(Kind.POLICY, "ON");
        }
        if (cursor.accept("RULE")) {
            return onTable(Kind.RULE, "TO");
        }
        if (cursor.accept("STATISTICS")) {
            return onTable(Kind.STATISTICS, "FROM");
        }
        if (cursor.accept("TYPE")) {
            ObjectName type = cursor.name();
            boolean isEnum = cursor.accept("AS", "ENUM");
            cursor.rest();
            return new Ddl.CreateType(type, isEnum);
        }
        if (cursor.accept("DOMAIN")) {
            return domain();
        }
        if (cursor.accept("FUNCTION") || cursor.accept("PROCEDURE")) {
            return routine();
        }
        return cursor.accept("PUBLICATION")
                ? publication()
                : new Ddl.Harmless("CREATE " + Recognizer.beginning(cursor));
    }

    /** Reads a name and the table behind a word that comes later; names in between do not matter. */
    private Ddl onTable(Kind kind, String word) {
        cursor.accept("IF", "NOT", "EXISTS");
        String name = kind == Kind.STATISTICS ? statistics() : cursor.identifier();
        while (cursor.peek() != null && !cursor.accept(word)) {
            if (cursor.seesSymbol('(')) {
                cursor.parenthesized();
            } else {
                cursor.skip();
            }
        }
        ObjectName table = cursor.name();
        cursor.rest();
        return new Ddl.CreateOnTable(kind, name, table);
    }

    private String statistics() {
        return cursor.seesSymbol('(') || cursor.sees("ON") ? "" : cursor.name().name();
    }

    private Ddl domain() {
        ObjectName domain = cursor.name();
        cursor.accept("AS");
        TypeName base = new TypeReader(cursor).read();
        Expression rest = cursor.rest();
        List<SqlToken> tokens = rest.tokens();
        boolean constrained = false;
        for (int i = 0; i < tokens.size(); i++) {
            constrained |= tokens.get(i).is("CHECK")
                    || (tokens.get(i).is("NOT")
                            && i + 1 < tokens.size()
                            && tokens.get(i + 1).is("NULL"));
        }
        return new Ddl.CreateDomain(domain, base, constrained);
    }

    private Ddl routine() {
        ObjectName name = cursor.name();
        cursor.parenthesized();
        List<SqlToken> rest = cursor.rest().tokens();
        List<SqlToken> options = new ArrayList<>();
        String body = "";
        for (int i = 0; i < rest.size(); i++) {
            boolean isBody = rest.get(i).kind() == SqlToken.Kind.STRING
                    && rest.get(i - (i > 0 ? 1 : 0)).is("AS");
            if (isBody) {
                body = rest.get(i).text();
            } else {
                options.add(rest.get(i));
            }
        }
        return new Ddl.CreateRoutine(name, new Expression(options), body);
    }

    private Ddl publication() {
        cursor.identifier();
        if (!cursor.accept("FOR", "TABLE")) {
            cursor.rest();
            return new Ddl.CreatePublication(List.of());
        }
        List<ObjectName> tables = new ArrayList<>();
        do {
            cursor.accept("TABLE");
            cursor.accept("ONLY");
            tables.add(cursor.name());
            cursor.acceptSymbol('*');
            while (cursor.seesSymbol('(') || cursor.accept("WHERE")) {
                cursor.parenthesized();
            }
        } while (cursor.acceptSymbol(','));
        cursor.rest();
        return new Ddl.CreatePublication(tables);
    }

    /** Reads an index behind {@code CREATE}. */
    private static final class IndexReader {

        private final Cursor cursor;

        IndexReader(Cursor cursor) {
            this.cursor = cursor;
        }

        Ddl read() {
            boolean unique = cursor.accept("UNIQUE");
            cursor.expect("INDEX");
            Ddl.Writers writers = cursor.accept("CONCURRENTLY") ? Ddl.Writers.GO_ON : Ddl.Writers.WAIT;
            Existing existing = cursor.accept("IF", "NOT", "EXISTS") ? Existing.SKIPS : Existing.FAILS;
            ObjectName name = cursor.sees("ON") ? null : cursor.name();
            cursor.expect("ON");
            boolean only = cursor.accept("ONLY");
            ObjectName table = cursor.name();
            String method = cursor.accept("USING") ? cursor.identifier() : "btree";
            Expression key = cursor.parenthesized();
            List<List<SqlToken>> parts = key.split(token -> token.isSymbol(','));
            boolean partial = cursor.rest().mentions("where");
            ObjectName full = name == null ? null : new ObjectName(table.schema(), name.name());
            return new Ddl.CreateIndex(
                    full,
                    table,
                    columns(parts),
                    parts.size(),
                    new Ddl.IndexTraits(unique, writers, existing, method.toLowerCase(Locale.ROOT), partial, only));
        }

        private static List<String> columns(List<List<SqlToken>> parts) {
            List<String> columns = new ArrayList<>();
            for (List<SqlToken> part : parts) {
                @Nullable SqlToken second = part.size() > 1 ? part.get(1) : null;
                boolean plain = !part.isEmpty()
                        && part.get(0).isName()
                        && (second == null || second.kind() == SqlToken.Kind.WORD);
                if (!plain) {
                    break;
                }
                columns.add(part.get(0).name());
            }
            return columns;
        }
    }
}
