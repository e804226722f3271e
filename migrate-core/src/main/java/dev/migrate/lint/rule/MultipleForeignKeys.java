package dev.migrate.lint.rule;

import java.util.HashSet;
import java.util.Set;

import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.schema.ObjectName;

/** Foreign keys to several tables in one transaction lock them one after another, which can end in a deadlock. */
final class MultipleForeignKeys implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "multiple-foreign-keys",
                "Foreign keys to several tables in one transaction lock them one after another, which can end in a deadlock.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        Set<ObjectName> others = new HashSet<>();
        for (LintedStatement statement : revision.statements()) {
            for (Constraints.On on : Constraints.added(statement.ddl())) {
                ConstraintSpec.Reference reference = on.constraint().reference();
                if (reference != null && !revision.creates(reference.table()) && statement.isBusy(reference.table())) {
                    others.add(World.key(reference.table()));
                }
            }
        }
        if (others.size() > 1 && revision.script().upgrade().transactional()) {
            findings.add(
                    "SHARE ROW EXCLUSIVE on "
                            + String.join(
                                    " and ",
                                    others.stream()
                                            .map(ObjectName::toString)
                                            .sorted()
                                            .toList())
                            + " until the end of the transaction",
                    "-- one foreign key for each revision");
        }
    }
}
