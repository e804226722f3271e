package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** No value of an enum can ever be dropped. */
final class CreatingEnum implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning("creating-enum", "No value of an enum can ever be dropped.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateType type && type.isEnum()) {
            findings.add("No value of " + type.type()
                    + " can be dropped later without making the type anew: a table of values, or"
                    + " text with a check, can be changed");
        }
    }
}
