package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A name without a schema depends on search_path, which the run sets. */
final class RequireTableSchema implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "require-table-schema", "A name without a schema depends on search_path, which the run sets.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateTable create && create.table().schema() == null) {
            findings.add("Which schema " + create.table() + " comes into depends on the connection");
        }
    }
}
