package dev.migrate.lint.rule;

import java.util.Set;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Ddl;

/** Columns of eight bytes behind shorter ones leave gaps in every row. */
final class ColumnsAlignment implements LintRule {

    private static final Set<String> SHORT = Set.of("boolean", "smallint", "integer", "real", "date");

    private static final Set<String> LONG =
            Set.of("bigint", "double precision", "timestamp", "timestamptz", "bigserial");

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "columns-alignment", "Columns of eight bytes behind shorter ones leave gaps in every row.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!(statement.ddl() instanceof Ddl.CreateTable create)) {
            return;
        }
        String shorter = null;
        for (ColumnSpec column : create.columns()) {
            if (SHORT.contains(column.type().name())) {
                shorter = column.name();
            } else if (shorter != null && LONG.contains(column.type().name())) {
                findings.add("Up to seven bytes of every row stay empty between " + shorter + " and " + column.name()
                        + ": let columns of eight bytes come first");
                return;
            }
        }
    }
}
