package dev.migrate.lint.statement;

import java.util.List;

import dev.migrate.lint.statement.Ddl.Kind;
import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.schema.ObjectName;

/** Reads what stands behind {@code DROP}. */
final class DropReader {

    private final Cursor cursor;

    DropReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Ddl read() {
        cursor.expect("DROP");
        Kind kind = KindReader.read(cursor);
        if (kind == Kind.OTHER) {
            return new Ddl.Harmless("DROP " + Recognizer.beginning(cursor));
        }
        boolean goesOn = cursor.accept("CONCURRENTLY");
        cursor.accept("IF", "EXISTS");
        if (kind == Kind.TRIGGER || kind == Kind.RULE || kind == Kind.POLICY) {
            ObjectName name = cursor.name();
            cursor.expect("ON");
            ObjectName table = cursor.name();
            return drop(kind, List.of(name), goesOn, table);
        }
        if (kind == Kind.ROUTINE) {
            ObjectName name = cursor.name();
            boolean cascade = cursor.rest().mentions("cascade");
            return new Ddl.Drop(kind, List.of(name), new Ddl.DropTraits(Writers.WAIT, cascade, null));
        }
        List<ObjectName> names = cursor.names();
        if (kind == Kind.DATABASE) {
            cursor.rest();
        }
        return drop(kind, names, goesOn, null);
    }

    private Ddl drop(
            Kind kind, List<ObjectName> names, boolean goesOn, @org.jspecify.annotations.Nullable ObjectName on) {
        boolean cascade = cursor.accept("CASCADE");
        cursor.accept("RESTRICT");
        return new Ddl.Drop(kind, names, new Ddl.DropTraits(goesOn ? Writers.GO_ON : Writers.WAIT, cascade, on));
    }
}
