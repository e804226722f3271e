package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;

/** TRUNCATE empties a table while nobody else can use it. */
final class Truncate implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("truncate", "TRUNCATE empties a table while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Maintenance truncate && truncate.work() == Ddl.Work.TRUNCATE) {
            for (ObjectName table : truncate.tables()) {
                if (!statement.isNew(table)) {
                    findings.add(
                            "ACCESS EXCLUSIVE on " + table + ", and all its rows are gone",
                            "-- delete in batches: a backfill");
                }
            }
        }
    }
}
