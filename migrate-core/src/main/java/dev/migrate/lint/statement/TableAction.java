package dev.migrate.lint.statement;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** One of the things that an {@code ALTER TABLE} does, in the order in which they are written. */
public sealed interface TableAction {

    /** {@code ADD COLUMN}. */
    record AddColumn(ColumnSpec column) implements TableAction {}

    /** {@code DROP COLUMN}. */
    record DropColumn(String column) implements TableAction {}

    /** {@code ALTER COLUMN … TYPE}. */
    record SetType(String column, TypeName type, @Nullable String collation, Expression using) implements TableAction {}

    /** {@code ALTER COLUMN … SET DEFAULT}; no value for {@code DROP DEFAULT}. */
    record SetDefault(String column, @Nullable Expression value) implements TableAction {}

    /** {@code ALTER COLUMN … SET NOT NULL}. */
    record SetNotNull(String column) implements TableAction {}

    /** {@code ALTER COLUMN … DROP NOT NULL}. */
    record DropNotNull(String column) implements TableAction {}

    /** {@code ALTER COLUMN … SET EXPRESSION}. */
    record SetExpression(String column) implements TableAction {}

    /** {@code ADD CONSTRAINT}, named or not. */
    record AddConstraint(ConstraintSpec constraint) implements TableAction {}

    /** {@code DROP CONSTRAINT}. */
    record DropConstraint(String name) implements TableAction {}

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(String name) implements TableAction {}

    /** {@code RENAME TO}. */
    record RenameTable(String to) implements TableAction {}

    /** {@code RENAME COLUMN}. */
    record RenameColumn(String column, String to) implements TableAction {}

    /** {@code RENAME CONSTRAINT}. */
    record RenameConstraint(String name, String to) implements TableAction {}

    /** {@code SET SCHEMA}. */
    record SetSchema(String schema) implements TableAction {}

    /** {@code ATTACH PARTITION}; the bound is what stands behind it. */
    record AttachPartition(ObjectName partition, Expression bound) implements TableAction {}

    /** {@code DETACH PARTITION}. */
    record DetachPartition(ObjectName partition, Detaching way) implements TableAction {}

    /** {@code INHERIT}. */
    record Inherit(ObjectName parent) implements TableAction {}

    /** What changes no column and no constraint. */
    record Change(Kind kind, String text) implements TableAction {}

    /** How a partition is detached. */
    enum Detaching {
        AT_ONCE,
        CONCURRENTLY,
        FINALIZE
    }

    /** What a {@link Change} changes. */
    enum Kind {
        STATISTICS,
        OPTIONS,
        CLUSTER_ON,
        STORAGE,
        COMPRESSION,
        OWNER,
        ROW_SECURITY,
        REPLICA_IDENTITY,
        TRIGGER,
        RULE,
        IDENTITY,
        DROP_EXPRESSION,
        ALTER_CONSTRAINT,
        NO_INHERIT,
        TYPE,
        /** {@code SET LOGGED} and {@code SET UNLOGGED}. */
        PERSISTENCE,
        TABLESPACE,
        ACCESS_METHOD
    }
}
