package dev.migrate.dialect;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ObjectName;

/** The table whose definition an operation changes. */
final class SqliteTarget {

    private SqliteTarget() {}

    /** Returns the table, or {@code null} where the operation changes none that is there. */
    static @Nullable ObjectName of(Operation operation) {
        return column(operation);
    }

    private static @Nullable ObjectName column(Operation operation) {
        if (operation instanceof AddColumn o) {
            return o.table();
        }
        if (operation instanceof DropColumn o) {
            return o.table();
        }
        if (operation instanceof SetColumnType o) {
            return o.table();
        }
        if (operation instanceof SetColumnNullability o) {
            return o.table();
        }
        if (operation instanceof SetColumnDefault o) {
            return o.table();
        }
        if (operation instanceof SetColumnComment o) {
            return o.table();
        }
        if (operation instanceof AddIdentity o) {
            return o.table();
        }
        if (operation instanceof DropIdentity o) {
            return o.table();
        }
        if (operation instanceof RenameColumn o) {
            return o.table();
        }
        return table(operation);
    }

    private static @Nullable ObjectName table(Operation operation) {
        if (operation instanceof SetGeneratedExpression o) {
            return o.table();
        }
        if (operation instanceof DropGeneratedExpression o) {
            return o.table();
        }
        if (operation instanceof AddConstraint o) {
            return o.table();
        }
        if (operation instanceof DropConstraint o) {
            return o.table();
        }
        if (operation instanceof RenameConstraint o) {
            return o.table();
        }
        if (operation instanceof ValidateConstraint o) {
            return o.table();
        }
        if (operation instanceof AddUniqueKeyUsingIndex o) {
            return o.table();
        }
        if (operation instanceof AlterTable o) {
            return o.table();
        }
        return null;
    }
}
