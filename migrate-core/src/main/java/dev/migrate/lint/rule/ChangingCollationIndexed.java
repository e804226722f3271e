package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;

/** Another collation builds the indexes over the column anew while nobody else can use the table. */
final class ChangingCollationIndexed implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "changing-collation-indexed",
                "Another collation builds the indexes over the column anew while nobody else can use the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TypeChange change : TypeChange.of(statement)) {
            Relation known = change.known();
            boolean indexed = known != null
                    && known.indexes().stream()
                            .anyMatch(index -> index.columns().contains(change.column()));
            if (change.type().collation() != null && indexed) {
                findings.add(
                        "ACCESS EXCLUSIVE on " + change.table() + " until its indexes over " + change.column()
                                + " are built anew",
                        change.otherColumn());
            }
        }
    }
}
