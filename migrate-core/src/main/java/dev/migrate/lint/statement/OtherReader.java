package dev.migrate.lint.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** Reads statements that neither make nor drop anything. */
final class OtherReader {

    private static final Set<String> NOT_TABLES = Set.of(
            "sequence",
            "all",
            "database",
            "domain",
            "foreign",
            "function",
            "language",
            "large",
            "parameter",
            "procedure",
            "routine",
            "schema",
            "tablespace",
            "type");

    private final Cursor cursor;

    OtherReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl read() {
        if (cursor.accept("COMMENT", "ON")) {
            return comment();
        }
        if (cursor.accept("REFRESH", "MATERIALIZED", "VIEW")) {
            Writers writers = cursor.accept("CONCURRENTLY") ? Writers.GO_ON : Writers.WAIT;
            ObjectName view = cursor.name();
            if (cursor.accept("WITH")) {
                cursor.accept("NO");
                cursor.expect("DATA");
            }
            return new Ddl.RefreshView(view, writers);
        }
        if (cursor.accept("GRANT") || cursor.accept("REVOKE")) {
            return grant();
        }
        if (cursor.accept("REASSIGN")) {
            return Recognizer.unrecognized(cursor, "nobody can tell which tables it is about");
        }
        return variable();
    }

    private Ddl comment() {
        SqlToken kind = cursor.peek();
        String word = kind == null ? "" : kind.text().toUpperCase(Locale.ROOT);
        ObjectName table = null;
        if (cursor.accept("TABLE")) {
            table = cursor.name();
        } else if (cursor.accept("COLUMN")) {
            table = column();
        }
        cursor.rest();
        return new Ddl.Comment(word, table);
    }

    /** Returns the table of a column that is written with it. */
    private ObjectName column() {
        String first = cursor.identifier();
        cursor.expectSymbol('.');
        String second = cursor.identifier();
        if (!cursor.acceptSymbol('.')) {
            return ObjectName.of(first);
        }
        cursor.identifier();
        return new ObjectName(first, second);
    }

    private Ddl grant() {
        while (cursor.peek() != null && !cursor.sees("ON")) {
            cursor.skip();
        }
        boolean role = !cursor.accept("ON");
        boolean tables = !role && (cursor.accept("TABLE") || !cursor.acceptAny(NOT_TABLES));
        List<ObjectName> names = tables ? cursor.names() : List.of();
        if (tables && !cursor.sees("TO") && !cursor.sees("FROM")) {
            cursor.fail("TO");
        }
        cursor.rest();
        return new Ddl.Grant(names);
    }

    private Ddl variable() {
        boolean reset = cursor.accept("RESET");
        if (!reset) {
            cursor.expect("SET");
            if (!cursor.accept("LOCAL")) {
                cursor.accept("SESSION");
            }
        }
        if (cursor.sees("TRANSACTION") || cursor.sees("CHARACTERISTICS") || cursor.sees("CONSTRAINTS")) {
            return new Ddl.Harmless("SET " + Recognizer.beginning(cursor));
        }
        if (cursor.accept("TIME", "ZONE")) {
            return new Ddl.SetVariable("timezone", value());
        }
        StringBuilder name = new StringBuilder(cursor.identifier());
        while (cursor.acceptSymbol('.')) {
            name.append('.').append(cursor.identifier());
        }
        return new Ddl.SetVariable(name.toString(), reset ? null : value());
    }

    private @Nullable String value() {
        if (!cursor.acceptSymbol('=')) {
            cursor.accept("TO");
        }
        String value = cursor.rest().text();
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        return plain.equalsIgnoreCase("default") ? null : plain;
    }
}
