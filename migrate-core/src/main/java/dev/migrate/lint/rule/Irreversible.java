package dev.migrate.lint.rule;

/** The revision can neither be downgraded nor says why. */
final class Irreversible implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning("irreversible", "The revision can neither be downgraded nor says why.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        if (revision.script().downgrade() == null && revision.script().irreversible() == null) {
            findings.add(
                    "A downgrade of it is refused, and nobody knows whether that is meant",
                    "-- migrate:irreversible <why>");
        }
    }
}
