package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A revision drops a database. */
final class BanDropDatabase implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-drop-database", "A revision drops a database.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.DATABASE) {
            findings.add("All data of " + drop.names().get(0) + " is gone; no revision should do that");
        }
    }
}
