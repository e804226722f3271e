package dev.migrate.lint.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.effect.TypeCost;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

/**
 * Another type for a column of a table that others use.
 *
 * @param statement that changes it
 * @param type the change
 */
record TypeChange(LintedStatement statement, TableAction.SetType type) {

    /** Returns those of a statement; none where nobody would notice. */
    static List<TypeChange> of(LintedStatement statement) {
        return statement.actions(TableAction.SetType.class).stream()
                .filter(type -> statement.isBusy(statement.table()))
                .map(type -> new TypeChange(statement, type))
                .toList();
    }

    ObjectName table() {
        return statement.table();
    }

    String column() {
        return type.column();
    }

    /** Returns what is known of the table, or {@code null}. */
    @Nullable Relation known() {
        return statement.relation(table());
    }

    /** Returns the type that the column has, or {@code null} if that is not known. */
    @Nullable TypeName before() {
        Relation known = known();
        Relation.Column column = known == null ? null : known.column(column());
        return column == null ? null : column.type();
    }

    TypeCost cost() {
        return TypeCost.of(statement.world(), before(), type.type(), type.using(), column());
    }

    /** Returns how to do without: another column of the type. */
    List<String> otherColumn() {
        return Recipes.otherColumn(table(), column(), type.type());
    }
}
