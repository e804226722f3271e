package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** A SECURITY DEFINER function without a search_path of its own runs whatever its caller puts in its way. */
final class SecurityDefiner implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "security-definer-without-search-path",
                "A SECURITY DEFINER function without a search_path of its own runs whatever its caller puts in its way.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateRoutine routine) {
            String options = routine.options().normal();
            if (options.contains("security definer") && !options.contains("set search_path")) {
                findings.add(
                        "Whoever calls " + routine.name()
                                + " can make it use tables and functions of their own, with its owner's rights",
                        "ALTER FUNCTION " + Sql.quote(routine.name()) + " SET search_path = pg_catalog, pg_temp");
            }
        }
    }
}
