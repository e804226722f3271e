package dev.migrate.operation;

import java.util.function.Consumer;

import dev.migrate.schema.ObjectName;

/** Operations on whole tables. */
interface TableOperations extends Recorder {

    /**
     * Creates a table.
     *
     * <pre>{@code
     * op.createTable("orders", t -> {
     *     t.column("id", bigint()).identity();
     *     t.column("placed_at", timestampWithZone()).notNull().defaultSql("now()");
     *     t.primaryKey("id");
     * });
     * }</pre>
     */
    default void createTable(String table, Consumer<TableDefinition> definition) {
        add(new CreateTable(TableDefinition.build(named(table), definition), Existence.REQUIRED));
    }

    /** Creates a table unless there is one of that name. */
    default void createTableIfNotExists(String table, Consumer<TableDefinition> definition) {
        add(new CreateTable(TableDefinition.build(named(table), definition), Existence.OPTIONAL));
    }

    /** Drops a table, which cannot be reversed without what it was. */
    default void dropTable(String table) {
        add(new DropTable(named(table), null, Existence.REQUIRED));
    }

    /** Drops a table; the downgrade makes it again as described, without its rows. */
    default void dropTable(String table, Consumer<TableDefinition> previous) {
        ObjectName name = named(table);
        add(new DropTable(name, TableDefinition.build(name, previous), Existence.REQUIRED));
    }

    /** Drops a table if it is there, which cannot be reversed. */
    default void dropTableIfExists(String table) {
        add(new DropTable(named(table), null, Existence.OPTIONAL));
    }

    /** Gives a table another name. */
    default void renameTable(String table, String name) {
        add(new RenameTable(named(table), name));
    }

    /** Says what a table is for, empty for nothing; this cannot be reversed. */
    default void commentOnTable(String table, String comment) {
        add(new SetTableComment(named(table), comment, null));
    }

    /** Says what a table is for; empty for nothing. */
    default void commentOnTable(String table, String comment, String previous) {
        add(new SetTableComment(named(table), comment, previous));
    }
}
