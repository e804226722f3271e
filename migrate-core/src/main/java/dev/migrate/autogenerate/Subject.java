package dev.migrate.autogenerate;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.SchemaPart.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;

/** What an operation of a comparison is about. */
final class Subject {

    private Subject() {}

    /** Returns {@code null} for a whole table, which was left out before if it was to be. */
    static @Nullable SchemaPart of(Operation operation) {
        if (operation instanceof CreateSequence create) {
            return new SchemaPart(Kind.SEQUENCE, create.sequence().name(), null);
        }
        if (operation instanceof AlterSequence alter) {
            return new SchemaPart(Kind.SEQUENCE, alter.to().name(), null);
        }
        if (operation instanceof CreateEnum create) {
            return new SchemaPart(Kind.ENUM_TYPE, create.type().name(), null);
        }
        if (operation instanceof AddEnumValue add) {
            return new SchemaPart(Kind.ENUM_TYPE, add.type(), null);
        }
        if (operation instanceof AddColumn add) {
            return new SchemaPart(Kind.COLUMN, add.table(), add.column().name());
        }
        return operation instanceof ColumnChange change
                ? new SchemaPart(Kind.COLUMN, change.table(), change.column())
                : beside(operation);
    }

    private static @Nullable SchemaPart beside(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return new SchemaPart(Kind.CONSTRAINT, add.table(), add.constraint().name());
        }
        if (operation instanceof DropConstraint drop) {
            return new SchemaPart(Kind.CONSTRAINT, drop.table(), drop.name());
        }
        if (operation instanceof RenameConstraint rename) {
            return new SchemaPart(Kind.CONSTRAINT, rename.table(), rename.name());
        }
        if (operation instanceof CreateIndex create) {
            return new SchemaPart(
                    Kind.INDEX, create.index().table(), create.index().name());
        }
        return operation instanceof DropIndex drop ? new SchemaPart(Kind.INDEX, drop.table(), drop.name()) : null;
    }
}
