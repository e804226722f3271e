package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.effect.TypeCost;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

/** Another type writes the table anew unless its values are stored alike. */
final class ChangingColumnType implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "changing-column-type", "Another type writes the table anew unless its values are stored alike.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetType type : statement.actions(TableAction.SetType.class)) {
            ObjectName table = statement.table();
            if (!statement.isBusy(table)) {
                continue;
            }
            Relation known = statement.relation(table);
            Relation.Column column = known == null ? null : known.column(type.column());
            TypeName before = column == null ? null : column.type();
            TypeCost cost = TypeCost.of(statement.world(), before, type.type(), type.using(), type.column());
            if (cost == TypeCost.REWRITE) {
                String unless = before == null ? ", unless it is stored like the type that it has" : "";
                findings.add(statement.cost(table) + unless, Recipes.otherColumn(table, type.column(), type.type()));
            }
        }
    }
}
