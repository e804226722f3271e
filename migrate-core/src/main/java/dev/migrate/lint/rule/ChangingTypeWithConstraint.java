package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Sql;
import dev.migrate.schema.ObjectName;

/** Another type of a column in a check or foreign key makes the constraint anew: with a scan, or a lock on both tables. */
final class ChangingTypeWithConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "changing-type-with-constraint",
                "Another type of a column in a check or foreign key makes the constraint anew: with a scan, or a lock on both tables.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TypeChange change : TypeChange.of(statement)) {
            Relation known = change.known();
            if (known == null) {
                continue;
            }
            String table = Sql.quote(change.table());
            for (Relation.Constraint constraint : known.constraints()) {
                boolean uses = constraint.spec().columns().contains(change.column())
                        || constraint.spec().expression().mentions(change.column());
                boolean matters =
                        constraint.is(ConstraintSpec.Kind.CHECK) || constraint.is(ConstraintSpec.Kind.FOREIGN_KEY);
                if (uses && matters) {
                    findings.add(
                            "The constraint " + constraint.name() + " is made anew under ACCESS EXCLUSIVE on "
                                    + String.join(
                                            ", ",
                                            statement.effect().locks().keySet().stream()
                                                    .map(ObjectName::toString)
                                                    .toList()),
                            "ALTER TABLE " + table + " DROP CONSTRAINT " + Sql.quote(constraint.name()),
                            statement.source().sql(),
                            "ALTER TABLE " + table + " ADD CONSTRAINT " + Sql.quote(constraint.name()) + " … NOT VALID",
                            "-- in a later revision",
                            "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + Sql.quote(constraint.name()));
                }
            }
        }
    }
}
