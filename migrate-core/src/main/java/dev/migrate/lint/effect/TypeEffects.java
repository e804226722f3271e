package dev.migrate.lint.effect;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Relation.Column;
import dev.migrate.lint.effect.Relation.Constraint;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

import static dev.migrate.lint.effect.LockMode.ACCESS_EXCLUSIVE;

/** What a change of a column's type costs: for its own values, and for the constraints and indexes over it. */
final class TypeEffects {

    private final ObjectName name;

    private final World world;

    private final @Nullable Relation table;

    private final EffectBuilder effect;

    TypeEffects(ObjectName name, World world, EffectBuilder effect) {
        this.name = name;
        this.world = world;
        this.table = world.relation(name);
        this.effect = effect;
    }

    void read(TableAction.SetType type) {
        Column column = AlterEffects.column(table, type.column());
        TypeName before = column == null ? null : column.type();
        TypeCost cost = TypeCost.of(world, before, type.type(), type.using(), type.column());
        boolean rewrites = cost == TypeCost.REWRITE || (cost == TypeCost.NOTHING_IN_UTC && !world.isUtc());
        if (rewrites) {
            effect.rewrite(name);
        }
        if (table == null) {
            return;
        }
        for (Constraint constraint : table.constraints()) {
            if (uses(constraint, type.column())) {
                remade(constraint, rewrites);
            }
        }
        if (type.collation() != null) {
            for (Relation.IndexOn index : table.indexes()) {
                if (index.columns().contains(type.column())) {
                    effect.rewriteIndex(name.sibling(index.name()));
                    effect.scan(name);
                }
            }
        }
        for (Relation other : world.referencing(name, type.column())) {
            effect.lock(other.name(), ACCESS_EXCLUSIVE);
            if (rewrites) {
                effect.scan(other.name());
            }
        }
    }

    private static boolean uses(Constraint constraint, String column) {
        return constraint.spec().columns().contains(column)
                || constraint.spec().expression().mentions(column);
    }

    private void remade(Constraint constraint, boolean rewrites) {
        ConstraintSpec.Reference reference = constraint.spec().reference();
        if (reference != null) {
            effect.lock(reference.table(), ACCESS_EXCLUSIVE);
            if (rewrites) {
                effect.scan(name);
                effect.scan(reference.table());
            }
        } else if (constraint.is(ConstraintSpec.Kind.CHECK)) {
            effect.scan(name);
        }
    }
}
