package dev.migrate.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Operations on constraints. */
interface ConstraintOperations extends Recorder {

    /** Makes columns the primary key. */
    default void addPrimaryKey(String constraint, String table, String... columns) {
        addConstraint(table, new PrimaryKey(constraint, List.of(columns)));
    }

    /** Demands that no two rows have the same values in these columns. */
    default void addUnique(String constraint, String table, String... columns) {
        addConstraint(table, UniqueKey.of(constraint, List.of(columns)));
    }

    /** Makes a unique constraint of a unique index that is there, which cannot be reversed without what that is. */
    default void addUniqueUsingIndex(String constraint, String table, String index) {
        add(new AddUniqueKeyUsingIndex(named(table), constraint, index, null));
    }

    /** Makes a unique constraint of a unique index that is there; the downgrade leaves the index as described. */
    default void addUniqueUsingIndex(
            String constraint, String table, String index, Consumer<IndexDefinition> previous) {
        CreateIndex created = IndexDefinition.create(index, named(table), previous);
        add(new AddUniqueKeyUsingIndex(named(table), constraint, index, created.index()));
    }

    /**
     * Demands that the values of columns are those of a row elsewhere.
     *
     * <pre>{@code
     * op.addForeignKey("calls_user_fk", "calls", fk -> fk.columns("user_id").references("users", "id").notValid());
     * }</pre>
     */
    default void addForeignKey(String constraint, String table, Consumer<ForeignKeyDefinition> definition) {
        addConstraint(table, ForeignKeyDefinition.build(constraint, named(table), definition));
    }

    /** Demands that no row fails a condition. */
    default void addCheck(String constraint, String table, String expression) {
        addConstraint(table, new Check(constraint, expression, Validity.VALID));
    }

    /** Demands that no new row fails a condition; {@link #validateConstraint} looks at the others. */
    default void addCheckNotValid(String constraint, String table, String expression) {
        addConstraint(table, new Check(constraint, expression, Validity.NOT_VALID));
    }

    /** Demands that no two rows satisfy all of some comparisons. */
    default void addExclusion(String constraint, String table, Consumer<ExclusionDefinition> definition) {
        addConstraint(table, ExclusionDefinition.build(constraint, definition));
    }

    /** Demands whatever a constraint can. */
    default void addConstraint(String table, Constraint constraint) {
        add(new AddConstraint(named(table), constraint));
    }

    /** Drops a constraint, which cannot be reversed without what it was. */
    default void dropConstraint(String constraint, String table) {
        add(new DropConstraint(named(table), constraint, null, Existence.REQUIRED));
    }

    /** Drops a constraint; the downgrade adds it again. */
    default void dropConstraint(String constraint, String table, Constraint previous) {
        add(new DropConstraint(named(table), constraint, previous, Existence.REQUIRED));
    }

    /** Drops a constraint if it is there, which cannot be reversed. */
    default void dropConstraintIfExists(String constraint, String table) {
        add(new DropConstraint(named(table), constraint, null, Existence.OPTIONAL));
    }

    /** Gives a constraint another name. */
    default void renameConstraint(String table, String constraint, String name) {
        add(new RenameConstraint(named(table), constraint, name));
    }

    /** Looks at the rows that a constraint was added without looking at. */
    default void validateConstraint(String constraint, String table) {
        add(new ValidateConstraint(named(table), constraint));
    }
}
