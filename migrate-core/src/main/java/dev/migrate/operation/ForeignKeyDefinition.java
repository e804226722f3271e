package dev.migrate.operation;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Validity;

/**
 * A foreign key being described.
 *
 * <pre>{@code
 * op.addForeignKey("calls_user_fk", "calls", fk -> fk.columns("user_id").references("users", "id").onDelete(Action.CASCADE));
 * }</pre>
 */
public final class ForeignKeyDefinition {

    private final ObjectName table;

    private List<String> columns = List.of();

    private @Nullable ObjectName target;

    private List<String> targetColumns = List.of();

    private Action onDelete = Action.NO_ACTION;

    private Action onUpdate = Action.NO_ACTION;

    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    private Validity validity = Validity.VALID;

    private ForeignKey.Match match = ForeignKey.Match.SIMPLE;

    private ForeignKeyDefinition(ObjectName table) {
        this.table = table;
    }

    /** Names the columns of this table. */
    public ForeignKeyDefinition columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /** Names the other table, of the same schema, and its columns; none for its primary key. */
    public ForeignKeyDefinition references(String tableName, String... names) {
        return references(table.sibling(tableName), names);
    }

    /** Names the other table, of any schema, and its columns; none for its primary key. */
    public ForeignKeyDefinition references(ObjectName tableName, String... names) {
        target = tableName;
        targetColumns = List.of(names);
        return this;
    }

    /** Says what happens to the rows here when the one there goes. */
    public ForeignKeyDefinition onDelete(Action action) {
        onDelete = action;
        return this;
    }

    /** Says what happens to the rows here when the key there changes. */
    public ForeignKeyDefinition onUpdate(Action action) {
        onUpdate = action;
        return this;
    }

    /** Says when it is checked. */
    public ForeignKeyDefinition deferral(Deferral when) {
        deferral = when;
        return this;
    }

    /** Leaves the rows that are there unchecked until {@link Operations#validateConstraint(String, String)}. */
    public ForeignKeyDefinition notValid() {
        validity = Validity.NOT_VALID;
        return this;
    }

    /** Refuses rows some of whose columns are empty and others not. */
    public ForeignKeyDefinition matchFull() {
        match = ForeignKey.Match.FULL;
        return this;
    }

    static ForeignKey build(String name, ObjectName table, Consumer<ForeignKeyDefinition> definition) {
        ForeignKeyDefinition key = new ForeignKeyDefinition(table);
        definition.accept(key);
        if (key.target == null || key.columns.isEmpty()) {
            throw new IllegalArgumentException("The foreign key " + name + " needs columns(…) and references(…)");
        }
        return new ForeignKey(
                name,
                key.columns,
                key.target,
                key.targetColumns,
                key.onDelete,
                key.onUpdate,
                key.deferral,
                key.validity,
                key.match);
    }
}
