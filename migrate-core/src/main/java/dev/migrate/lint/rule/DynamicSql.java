package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

/** A function executes SQL that it puts together from strings. */
final class DynamicSql implements LintRule {

    private static final int MOST = 20_000;

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "dynamic-sql-in-function", "A function executes SQL that it puts together from strings.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateRoutine routine && concatenates(routine.body())) {
            findings.add(
                    "A value with a quote in it becomes SQL in " + routine.name(),
                    "-- EXECUTE format('… %I … %L', name, value), or EXECUTE '… $1' USING value");
        }
    }

    /** Looks for {@code ||} between EXECUTE and the end of its statement. */
    private static boolean concatenates(String body) {
        int open = body.indexOf('$', 1) + 1;
        boolean quoted = body.startsWith("$") && open > 0 && body.length() >= 2 * open;
        String code = quoted ? body.substring(open, body.length() - open) : body;
        boolean executes = false;
        boolean bar = false;
        for (SqlToken token : SqlTokens.of(code, 1, MOST).tokens()) {
            if (token.is("EXECUTE")) {
                executes = true;
            } else if (token.isSymbol(';') || token.is("FUNCTION") || token.is("PROCEDURE")) {
                executes = false;
            }
            if (executes && bar && token.isSymbol('|')) {
                return true;
            }
            bar = token.isSymbol('|');
        }
        return false;
    }
}
