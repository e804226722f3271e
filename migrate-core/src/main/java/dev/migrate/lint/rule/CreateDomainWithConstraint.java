package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A check of a domain cannot be changed without looking at every table that uses it. */
final class CreateDomainWithConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "ban-create-domain-with-constraint",
                "A check of a domain cannot be changed without looking at every table that uses it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateDomain domain && domain.constrained()) {
            findings.add(
                    "Every later change of the check locks and reads all tables that use " + domain.domain()
                            + ", and a new column of it writes its table anew",
                    "-- a CHECK on each table, NOT VALID and then VALIDATE");
        }
    }
}
