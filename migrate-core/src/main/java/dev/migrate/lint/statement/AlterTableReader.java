package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.lint.statement.TableAction.Change;
import dev.migrate.lint.statement.TableAction.Detaching;
import dev.migrate.lint.statement.TableAction.Kind;
import dev.migrate.schema.ObjectName;

/** Reads what stands behind {@code ALTER TABLE}. */
final class AlterTableReader {

    private final Cursor cursor;

    private final TableReader tables;

    AlterTableReader(Cursor cursor) {
        this.cursor = cursor;
        this.tables = new TableReader(cursor);
    }

    Ddl read() {
        cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        ObjectName table = cursor.name();
        cursor.acceptSymbol('*');
        List<TableAction> actions = new ArrayList<>();
        do {
            actions.add(action());
        } while (cursor.acceptSymbol(','));
        return new Ddl.AlterTable(table, actions);
    }

    private TableAction action() {
        if (cursor.accept("ADD")) {
            return add();
        }
        if (cursor.accept("DROP")) {
            return drop();
        }
        if (cursor.accept("ALTER", "CONSTRAINT")) {
            cursor.identifier();
            return change(Kind.ALTER_CONSTRAINT, cursor.until(Set.of()));
        }
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            return new AlterColumnReader(cursor).read();
        }
        if (cursor.accept("VALIDATE", "CONSTRAINT")) {
            return new TableAction.ValidateConstraint(cursor.identifier());
        }
        if (cursor.accept("RENAME")) {
            return rename();
        }
        return partitionOrSetting();
    }

    private TableAction add() {
        if (tables.seesConstraint()) {
            return new TableAction.AddConstraint(tables.constraint());
        }
        cursor.accept("COLUMN");
        cursor.accept("IF", "NOT", "EXISTS");
        return new TableAction.AddColumn(tables.column());
    }

    private TableAction drop() {
        boolean constraint = cursor.accept("CONSTRAINT");
        if (!constraint) {
            cursor.accept("COLUMN");
        }
        cursor.accept("IF", "EXISTS");
        String name = cursor.identifier();
        if (!cursor.accept("CASCADE")) {
            cursor.accept("RESTRICT");
        }
        return constraint ? new TableAction.DropConstraint(name) : new TableAction.DropColumn(name);
    }

    private TableAction rename() {
        if (cursor.accept("TO")) {
            return new TableAction.RenameTable(cursor.identifier());
        }
        boolean constraint = cursor.accept("CONSTRAINT");
        if (!constraint) {
            cursor.accept("COLUMN");
        }
        String name = cursor.identifier();
        cursor.expect("TO");
        String to = cursor.identifier();
        return constraint ? new TableAction.RenameConstraint(name, to) : new TableAction.RenameColumn(name, to);
    }

    private TableAction partitionOrSetting() {
        if (cursor.accept("ATTACH", "PARTITION")) {
            return new TableAction.AttachPartition(cursor.name(), cursor.rest());
        }
        if (cursor.accept("DETACH", "PARTITION")) {
            ObjectName partition = cursor.name();
            if (cursor.accept("CONCURRENTLY")) {
                return new TableAction.DetachPartition(partition, Detaching.CONCURRENTLY);
            }
            boolean finishes = cursor.accept("FINALIZE");
            return new TableAction.DetachPartition(partition, finishes ? Detaching.FINALIZE : Detaching.AT_ONCE);
        }
        if (cursor.accept("INHERIT")) {
            return new TableAction.Inherit(cursor.name());
        }
        if (cursor.accept("NO", "INHERIT")) {
            cursor.name();
            return new Change(Kind.NO_INHERIT, "");
        }
        return cursor.accept("SET") ? set() : setting();
    }

    private TableAction set() {
        if (cursor.accept("SCHEMA")) {
            return new TableAction.SetSchema(cursor.identifier());
        }
        if (cursor.accept("LOGGED")) {
            return new Change(Kind.PERSISTENCE, "LOGGED");
        }
        if (cursor.accept("UNLOGGED")) {
            return new Change(Kind.PERSISTENCE, "UNLOGGED");
        }
        if (cursor.accept("TABLESPACE")) {
            return new Change(Kind.TABLESPACE, cursor.identifier());
        }
        if (cursor.accept("ACCESS", "METHOD")) {
            return new Change(Kind.ACCESS_METHOD, cursor.identifier());
        }
        if (cursor.accept("WITHOUT", "CLUSTER")) {
            return new Change(Kind.CLUSTER_ON, "");
        }
        if (cursor.accept("WITHOUT", "OIDS")) {
            return new Change(Kind.OPTIONS, "");
        }
        return new Change(Kind.OPTIONS, cursor.parenthesized().normal());
    }

    private TableAction setting() {
        if (cursor.accept("RESET")) {
            return new Change(Kind.OPTIONS, cursor.parenthesized().normal());
        }
        if (cursor.accept("CLUSTER", "ON")) {
            return new Change(Kind.CLUSTER_ON, cursor.identifier());
        }
        if (cursor.accept("OWNER", "TO")) {
            return new Change(Kind.OWNER, cursor.identifier());
        }
        if (cursor.accept("REPLICA", "IDENTITY")) {
            return change(Kind.REPLICA_IDENTITY, cursor.until(Set.of()));
        }
        if (cursor.accept("NO", "FORCE", "ROW", "LEVEL", "SECURITY")
                || cursor.accept("FORCE", "ROW", "LEVEL", "SECURITY")
                || cursor.accept("ENABLE", "ROW", "LEVEL", "SECURITY")
                || cursor.accept("DISABLE", "ROW", "LEVEL", "SECURITY")) {
            return new Change(Kind.ROW_SECURITY, "");
        }
        if (cursor.accept("OF")) {
            cursor.name();
            return new Change(Kind.TYPE, "");
        }
        if (cursor.accept("NOT", "OF")) {
            return new Change(Kind.TYPE, "");
        }
        return firing();
    }

    private TableAction firing() {
        if (!cursor.accept("ENABLE")) {
            cursor.expect("DISABLE");
        }
        if (!cursor.accept("REPLICA")) {
            cursor.accept("ALWAYS");
        }
        boolean rule = cursor.accept("RULE");
        if (!rule) {
            cursor.expect("TRIGGER");
        }
        return new Change(rule ? Kind.RULE : Kind.TRIGGER, cursor.identifier());
    }

    private static TableAction change(Kind kind, Expression text) {
        return new Change(kind, text.normal());
    }
}
