package dev.migrate.lint.rule;

import java.util.List;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.ConstraintSpec;

/** The column of a foreign key has another type than the one that it points to. */
final class MismatchedReferenceTypes implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "mismatched-reference-types",
                "The column of a foreign key has another type than the one that it points to.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        for (LintedStatement statement : revision.statements()) {
            for (Constraints.On on : Constraints.added(statement.ddl())) {
                ConstraintSpec.Reference reference = on.constraint().reference();
                if (reference != null) {
                    compare(revision.after(), on, reference, findings);
                }
            }
        }
    }

    private static void compare(World world, Constraints.On on, ConstraintSpec.Reference reference, Findings findings) {
        Relation from = world.relation(on.table());
        Relation to = world.relation(reference.table());
        if (from == null || to == null) {
            return;
        }
        List<String> columns = reference.columns().isEmpty() ? key(to) : reference.columns();
        if (columns.size() > on.constraint().columns().size()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            Relation.Column own = from.column(on.constraint().columns().get(i));
            Relation.Column other = to.column(columns.get(i));
            if (own != null && other != null && !stored(world, own).equals(stored(world, other))) {
                findings.add(on.table() + "." + own.name() + " is " + own.type() + ", " + reference.table() + "."
                        + other.name() + " is " + other.type() + ": values may not fit, and indexes may not be used");
            }
        }
    }

    private static List<String> key(Relation table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.is(ConstraintSpec.Kind.PRIMARY_KEY))
                .findFirst()
                .map(constraint -> constraint.spec().columns())
                .orElse(List.of());
    }

    private static String stored(World world, Relation.Column column) {
        return switch (world.stored(column.type()).name()) {
            case "serial" -> "integer";
            case "bigserial" -> "bigint";
            case "smallserial" -> "smallint";
            default -> world.stored(column.type()).name();
        };
    }
}
