package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** A renamed value of an enum breaks running versions that read or write it. */
final class RenameEnumValue implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "rename-enum-value", "A renamed value of an enum breaks running versions that read or write it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.AlterType type
                && type.action().equals("RENAME VALUE")
                && !statement.surroundings().contract()) {
            findings.add(
                    "Versions that say the old value fail, and the entity's enum must change in the same moment",
                    "ALTER TYPE " + Sql.quote(type.type()) + " ADD VALUE …",
                    "-- then a backfill, and no version that writes the old value");
        }
    }
}
