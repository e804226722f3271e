package dev.migrate.lint.rule;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl;

/** The run limits how long a statement takes; the revision takes the limit away. */
final class RequireStatementTimeout implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "require-statement-timeout",
                "The run limits how long a statement takes; the revision takes the limit away.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.SetVariable variable
                && variable.name().equals("statement_timeout")
                && isOff(variable.value())) {
            findings.add("A statement that holds a lock may take without end", "SET LOCAL statement_timeout = '10min'");
        }
    }

    private static boolean isOff(@Nullable String value) {
        return value == null || value.matches("0+\\s*[a-z]*");
    }
}
