package dev.migrate.operation;

import dev.migrate.schema.ObjectName;

/** What operations on the columns and constraints of one table that is there have in common. */
public sealed interface TableChange
        permits AddColumn,
                AddConstraint,
                AddUniqueKeyUsingIndex,
                AlterTable,
                ColumnChange,
                DropConstraint,
                RenameConstraint,
                ValidateConstraint {

    /** Returns the table. */
    ObjectName table();
}
