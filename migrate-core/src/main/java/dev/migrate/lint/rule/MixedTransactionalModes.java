package dev.migrate.lint.rule;

/** CONCURRENTLY and other statements stand in one revision. */
final class MixedTransactionalModes implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("mixed-transactional-modes", "CONCURRENTLY and other statements stand in one revision.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        if (revision.script().upgrade().transactional()) {
            return;
        }
        boolean concurrent = false;
        boolean other = false;
        for (LintedStatement statement : revision.statements()) {
            boolean beside = Robust.isConcurrent(statement.ddl());
            concurrent |= beside;
            other |= !beside;
        }
        if (concurrent && other) {
            findings.add(
                    "After an interruption some statements are done and others are not",
                    "-- each CONCURRENTLY in a revision of its own");
        }
    }
}
