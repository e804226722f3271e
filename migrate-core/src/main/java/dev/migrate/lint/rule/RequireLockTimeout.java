package dev.migrate.lint.rule;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl;

/** The run limits how long a statement waits for a lock; the revision takes the limit away. */
final class RequireLockTimeout implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "require-lock-timeout",
                "The run limits how long a statement waits for a lock; the revision takes the limit away.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.SetVariable variable
                && variable.name().equals("lock_timeout")
                && isOff(variable.value())) {
            findings.add(
                    "A statement that waits for a lock makes everybody behind it wait, without end",
                    "SET LOCAL lock_timeout = '5s'");
        }
    }

    private static boolean isOff(@Nullable String value) {
        return value == null || value.matches("0+\\s*[a-z]*");
    }
}
