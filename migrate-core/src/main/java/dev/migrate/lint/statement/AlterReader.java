package dev.migrate.lint.statement;

import dev.migrate.lint.statement.Ddl.Kind;
import dev.migrate.schema.ObjectName;

/** Reads what stands behind {@code ALTER} of anything but a table. */
final class AlterReader {

    private final Cursor cursor;

    AlterReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl read() {
        Kind kind = KindReader.read(cursor);
        return switch (kind) {
            case INDEX -> index();
            case TYPE -> type();
            case DOMAIN -> domain();
            case VIEW, MATERIALIZED_VIEW, SCHEMA, SEQUENCE -> named(kind);
            case TRIGGER, POLICY, RULE -> onTable(kind);
            default -> new Ddl.Harmless("ALTER " + Recognizer.beginning(cursor));
        };
    }

    private Ddl onTable(Kind kind) {
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.rest();
        return new Ddl.CreateOnTable(kind, name, table);
    }

    private Ddl index() {
        if (cursor.accept("ALL", "IN")) {
            return Recognizer.unrecognized(cursor, "it names no index");
        }
        cursor.accept("IF", "EXISTS");
        ObjectName index = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            return new Ddl.AlterIndex(index, "RENAME", cursor.identifier());
        }
        if (cursor.accept("ATTACH", "PARTITION")) {
            return new Ddl.AlterIndex(index, "ATTACH PARTITION", cursor.name().name());
        }
        return new Ddl.AlterIndex(index, Recognizer.beginning(cursor), null);
    }

    private Ddl named(Kind kind) {
        cursor.accept("IF", "EXISTS");
        ObjectName name = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            return new Ddl.Rename(kind, name, cursor.identifier());
        }
        return new Ddl.Harmless("ALTER " + kind.name().replace('_', ' ') + " " + Recognizer.beginning(cursor));
    }

    private Ddl type() {
        ObjectName type = cursor.name();
        for (String action : new String[] {"ADD VALUE", "RENAME VALUE", "RENAME TO", "RENAME ATTRIBUTE"}) {
            String[] words = action.split(" ", -1);
            if (cursor.accept(words)) {
                return new Ddl.AlterType(type, action, cursor.rest());
            }
        }
        return new Ddl.AlterType(type, Recognizer.beginning(cursor), Expression.none());
    }

    private Ddl domain() {
        ObjectName domain = cursor.name();
        for (String action : new String[] {
            "ADD",
            "VALIDATE CONSTRAINT",
            "SET NOT NULL",
            "DROP NOT NULL",
            "SET DEFAULT",
            "DROP DEFAULT",
            "DROP CONSTRAINT",
            "RENAME CONSTRAINT",
            "RENAME TO",
            "OWNER TO",
            "SET SCHEMA"
        }) {
            if (cursor.accept(action.split(" ", -1))) {
                return new Ddl.AlterDomain(domain, action, cursor.rest());
            }
        }
        cursor.fail("an action");
        return new Ddl.Unrecognized("ALTER DOMAIN");
    }
}
