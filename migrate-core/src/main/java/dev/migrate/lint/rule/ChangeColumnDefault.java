package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;

/** Another default changes nothing for a version that writes every column, as Hibernate does. */
final class ChangeColumnDefault implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "change-column-default",
                "Another default changes nothing for a version that writes every column, as Hibernate does.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetDefault set : statement.actions(TableAction.SetDefault.class)) {
            if (!statement.isNew(statement.table())) {
                findings.add(
                        "INSERTs that name " + set.column() + " do not notice it; Hibernate names every mapped column"
                                + " unless the entity has @DynamicInsert");
            }
        }
    }
}
