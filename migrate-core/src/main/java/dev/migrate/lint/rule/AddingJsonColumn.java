package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;

/** json cannot be compared: SELECT DISTINCT and GROUP BY fail over it. */
final class AddingJsonColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "adding-json-column", "json cannot be compared: SELECT DISTINCT and GROUP BY fail over it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("json")) {
                findings.add(
                        "Queries with DISTINCT, UNION or GROUP BY over " + on.table() + " fail",
                        "ALTER TABLE " + Sql.quote(on.table()) + " ADD COLUMN "
                                + Sql.quote(on.column().name()) + " jsonb");
            }
        }
    }
}
