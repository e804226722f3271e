package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.lint.statement.TableAction;

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
            boolean beside = isConcurrent(statement.ddl());
            concurrent |= beside;
            other |= !beside;
        }
        if (concurrent && other) {
            findings.add(
                    "After an interruption some statements are done and others are not",
                    "-- each CONCURRENTLY in a revision of its own");
        }
    }

    /** Tells whether a statement works beside writers, and so outside of a transaction. */
    private static boolean isConcurrent(Ddl ddl) {
        if (ddl instanceof Ddl.CreateIndex index) {
            return index.traits().writers() == Writers.GO_ON;
        }
        if (ddl instanceof Ddl.Drop drop) {
            return drop.traits().writers() == Writers.GO_ON;
        }
        if (ddl instanceof Ddl.Reindex reindex) {
            return reindex.writers() == Writers.GO_ON;
        }
        return ddl instanceof Ddl.AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof TableAction.DetachPartition detach
                                && detach.way() == TableAction.Detaching.CONCURRENTLY);
    }
}
