package dev.migrate.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.ObjectName;

/**
 * What a Java revision does, written down; nothing here touches a database.
 *
 * <p>Names are taken as they stand: {@code "Users"} is another table than {@code "users"}. An object is of the schema that the
 * run works in, unless {@link #in(String)} says otherwise. Where a method exists with and without what was there before, the
 * one with it can be reversed, so that a revision need not write its downgrade.
 */
public interface Operations
        extends TableOperations,
                ColumnOperations,
                IndexOperations,
                ConstraintOperations,
                TypeOperations,
                ObjectOperations,
                DataOperations {

    /**
     * Returns the same list for the objects of another schema.
     *
     * <pre>{@code
     * op.in("audit").dropTable("entries");
     * }</pre>
     */
    Operations in(String schema);

    /**
     * Makes a lint rule be silent about the operation that is written down next.
     *
     * <pre>{@code
     * op.allow("ban-drop-column", "no version that reads it is running any more");
     * op.dropColumn("users", "nick");
     * }</pre>
     *
     * @param rule the id of the rule, such as {@code ban-drop-column}
     * @param reason why it is right here, not blank
     */
    default void allow(String rule, String reason) {
        add(new AllowedFinding(rule, reason));
    }

    /** Returns everything that a body writes down. */
    static List<Operation> record(Consumer<Operations> body) {
        return record(body, operation -> {});
    }

    /**
     * Returns everything that a body writes down.
     *
     * @param watcher told of each operation while the body writes it down
     */
    static List<Operation> record(Consumer<Operations> body, Consumer<Operation> watcher) {
        return Recording.of(body, watcher);
    }

    @Override
    void add(Operation operation);

    @Override
    ObjectName named(String name);
}
