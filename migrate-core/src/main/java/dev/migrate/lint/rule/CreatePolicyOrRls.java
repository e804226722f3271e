package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;

/** Row level security decides at once what running versions see. */
final class CreatePolicyOrRls implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "create-policy-or-rls", "Row level security decides at once what running versions see.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        boolean policy = statement.ddl() instanceof Ddl.CreateOnTable on
                && on.kind() == Ddl.Kind.POLICY
                && !statement.isNew(on.table());
        boolean security = statement.actions(TableAction.Change.class).stream()
                .anyMatch(change -> change.kind() == TableAction.Kind.ROW_SECURITY);
        if (policy || (security && !statement.isNew(statement.table()))) {
            findings.add(
                    "ACCESS EXCLUSIVE for a moment; without a policy that lets them, running versions see no rows: create"
                            + " the policies before row level security is enabled");
        }
    }
}
