package dev.migrate.operation;

import java.util.function.Consumer;

/** Operations on indexes. */
interface IndexOperations extends Recorder {

    /** Creates an index over columns. */
    default void createIndex(String index, String table, String... columns) {
        createIndex(index, table, i -> i.columns(columns));
    }

    /**
     * Creates an index.
     *
     * <pre>{@code
     * op.createIndex("ux_users_email", "users", i -> i.expression("lower(email)").unique());
     * }</pre>
     */
    default void createIndex(String index, String table, Consumer<IndexDefinition> definition) {
        add(IndexDefinition.create(index, named(table), definition));
    }

    /** Drops an index, which cannot be reversed without what it was. */
    default void dropIndex(String index, String table) {
        dropIndex(index, table, previous -> {});
    }

    /**
     * Drops an index; the downgrade makes it again as described.
     *
     * @param previous what it was; {@code concurrently()} and {@code ifNeeded()} say how it is dropped
     */
    default void dropIndex(String index, String table, Consumer<IndexDefinition> previous) {
        add(IndexDefinition.drop(index, named(table), previous));
    }

    /** Gives an index another name. */
    default void renameIndex(String table, String index, String name) {
        add(new RenameIndex(named(table), index, name));
    }
}
