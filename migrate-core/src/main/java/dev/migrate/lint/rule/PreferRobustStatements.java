package dev.migrate.lint.rule;

import dev.migrate.operation.LexicalRules;
import dev.migrate.script.InterruptibleSql;

/** A statement outside of a transaction cannot be told to be done after an interruption. */
final class PreferRobustStatements implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "prefer-robust-stmts",
                "A statement outside of a transaction cannot be told to be done after an interruption.");
    }

    /** What PostgreSQL accepts in a transaction is committed with its record, and for most of the rest the catalog is asked. */
    @Override
    public void look(LintedStatement statement, Findings findings) {
        String sql = statement.source().sql();
        if (!statement.surroundings().transaction()
                && !sql.isEmpty()
                && InterruptibleSql.of(sql, LexicalRules.postgresql()) == null) {
            findings.add(
                    "After an interruption nobody can tell whether it is done: `migrate resolve` will ask a person");
        }
    }
}
