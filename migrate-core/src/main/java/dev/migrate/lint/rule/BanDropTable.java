package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;

/** A dropped table breaks the running version, and its data is gone. */
final class BanDropTable implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-drop-table", "A dropped table breaks the running version, and its data is gone.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.TABLE) {
            for (ObjectName table : drop.names()) {
                if (statement.isInUse(table)) {
                    findings.add(
                            "Versions that still use " + table + " fail, and its rows are gone",
                            Recipes.contract("the entity out of the application"));
                }
            }
        }
    }
}
