package dev.migrate.operation;

import java.util.function.Consumer;

import dev.migrate.schema.ObjectName;

/** Operations on columns. */
interface ColumnOperations extends Recorder {

    /**
     * Adds a column.
     *
     * <pre>{@code
     * op.addColumn("segment", column("audio_start_ms", integer()));
     * }</pre>
     */
    default void addColumn(String table, ColumnDefinition column) {
        add(new AddColumn(named(table), column.build(), Existence.REQUIRED));
    }

    /** Adds a column unless there is one of that name. */
    default void addColumnIfNotExists(String table, ColumnDefinition column) {
        add(new AddColumn(named(table), column.build(), Existence.OPTIONAL));
    }

    /** Drops a column, which cannot be reversed without what it was. */
    default void dropColumn(String table, String column) {
        add(new DropColumn(named(table), column, null, Existence.REQUIRED));
    }

    /** Drops a column; the downgrade adds it again as described, without its values. */
    default void dropColumn(String table, ColumnDefinition previous) {
        add(new DropColumn(named(table), previous.build().name(), previous.build(), Existence.REQUIRED));
    }

    /** Drops a column if it is there, which cannot be reversed. */
    default void dropColumnIfExists(String table, String column) {
        add(new DropColumn(named(table), column, null, Existence.OPTIONAL));
    }

    /** Gives a column another name. */
    default void renameColumn(String table, String column, String name) {
        add(new RenameColumn(named(table), column, name));
    }

    /** Changes type, default, comment and the like of a column. */
    default void alterColumn(String table, String column, Consumer<ColumnAlteration> changes) {
        ColumnAlteration alteration = new ColumnAlteration(named(table), column);
        changes.accept(alteration);
        alteration.operations().forEach(this::add);
    }

    /**
     * Groups changes of one table: SQLite rebuilds it once for all of them; elsewhere they are what they would be without.
     *
     * <pre>{@code
     * op.batch("meetings", t -> {
     *     t.dropColumn("legacy_id");
     *     t.alterColumn("title", c -> c.notNull());
     * });
     * }</pre>
     */
    default void batch(String table, Consumer<TableAlteration> changes) {
        ObjectName name = named(table);
        TableAlteration alteration = new TableAlteration(name);
        changes.accept(alteration);
        add(new AlterTable(name, alteration.operations()));
    }
}
