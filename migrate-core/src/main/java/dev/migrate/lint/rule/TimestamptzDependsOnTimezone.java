package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.effect.TypeCost;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

/** timestamp and timestamptz are stored alike only for a session in UTC; elsewhere the table is written anew. */
final class TimestamptzDependsOnTimezone implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "timestamptz-depends-on-timezone",
                "timestamp and timestamptz are stored alike only for a session in UTC; elsewhere the table is written anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetType type : statement.actions(TableAction.SetType.class)) {
            ObjectName table = statement.table();
            if (!statement.isBusy(table)) {
                continue;
            }
            Relation known = statement.relation(table);
            Relation.Column column = known == null ? null : known.column(type.column());
            TypeName before = column == null ? null : column.type();
            TypeCost cost = TypeCost.of(statement.world(), before, type.type(), type.using(), type.column());
            if (cost == TypeCost.NOTHING_IN_UTC && !statement.world().isUtc()) {
                findings.add(
                        "Unless the session works in UTC, " + table
                                + " is written anew, and every value is taken for local time",
                        "SET LOCAL TIME ZONE 'UTC'",
                        statement.source().sql());
            }
        }
    }
}
