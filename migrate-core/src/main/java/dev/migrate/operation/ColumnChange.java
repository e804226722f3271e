package dev.migrate.operation;

/** What operations on one column that is there have in common. */
public sealed interface ColumnChange extends TableChange
        permits AddIdentity,
                DropColumn,
                DropGeneratedExpression,
                DropIdentity,
                RenameColumn,
                SetColumnComment,
                SetColumnDefault,
                SetColumnNullability,
                SetColumnType,
                SetGeneratedExpression,
                SetIdentity {

    /** Returns the column's name before the change. */
    String column();
}
