package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A check that is added to a domain locks and reads every table that uses it. */
final class AlterDomainWithConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "ban-alter-domain-with-add-constraint",
                "A check that is added to a domain locks and reads every table that uses it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        boolean checks = statement.ddl() instanceof Ddl.AlterDomain domain
                && (domain.action().equals("SET NOT NULL")
                        || (domain.action().equals("ADD")
                                && !domain.rest().normal().endsWith("not valid")));
        if (checks) {
            String end = statement.ddl() instanceof Ddl.AlterDomain domain
                            && domain.action().equals("ADD")
                    ? " NOT VALID"
                    : "";
            findings.add(
                    "SHARE on every table that uses it, while it is read whole",
                    end.isEmpty()
                            ? "-- a CHECK on each table instead"
                            : statement.source().sql() + end);
        }
    }
}
