package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Validity;

/** Operations as H2 spells them. */
final class H2Spelling extends StandardSpelling {

    static final Set<Feature> LACKING = EnumSet.of(
            Feature.ENUM_TYPES,
            Feature.NOT_NULL_DOMAINS,
            Feature.EXTENSIONS,
            Feature.MATERIALIZED_VIEWS,
            Feature.FUNCTIONS,
            Feature.PROCEDURES,
            Feature.INTERVALS,
            Feature.COLUMN_COLLATIONS,
            Feature.VIRTUAL_COLUMNS,
            Feature.ALTERED_EXPRESSION,
            Feature.EXCLUSIONS,
            Feature.DEFERRABLE_KEYS,
            Feature.DEFERRABLE_FOREIGN_KEYS,
            Feature.CONSTRAINT_FROM_INDEX,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.INDEX_METHODS,
            Feature.INDEX_INCLUDE,
            Feature.OPERATOR_CLASSES,
            Feature.INDEX_COLLATIONS,
            Feature.CODE_IN_BATCH,
            Feature.KEY_INCLUDE,
            Feature.MATCH_FULL,
            Feature.NO_INHERIT);

    H2Spelling() {
        super(new Literals());
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    List<Wording> spell(List<Operation> operations) {
        List<Wording> wordings = new ArrayList<>(super.spell(operations));
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            List<Operation> changes = operation instanceof AlterTable batch ? batch.changes() : List.of(operation);
            if (changes.stream().anyMatch(DropColumn.class::isInstance)) {
                wordings.set(
                        i,
                        new Wording.OnSight(
                                i + 1, operation.describe(), new H2ColumnDrop(this, changes), operation.accept(this)));
            }
        }
        return wordings;
    }

    @Override
    String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")";
    }

    @Override
    String validity(Validity validity) {
        return "";
    }

    @Override
    public List<String> visit(RenameColumn operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + "RENAME TO " + quote(operation.name()));
    }

    @Override
    public List<String> visit(ValidateConstraint operation) {
        return List.of();
    }
}
