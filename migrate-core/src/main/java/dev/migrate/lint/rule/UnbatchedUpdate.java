package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;

/** Many rows are changed in one statement. */
final class UnbatchedUpdate implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("unbatched-update", "Many rows are changed in one statement.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!(statement.ddl() instanceof Ddl.Rows rows)
                || rows.table() == null
                || rows.verb().equals("INSERT")) {
            return;
        }
        ObjectName table = rows.table();
        Long count = statement.surroundings().server().rows(table);
        boolean few =
                count != null && count < statement.surroundings().thresholds().bigUpdate();
        if (!few && !statement.isNew(table)) {
            findings.add(
                    "Every changed row of " + table + (count == null ? "" : " (about " + count + ")")
                            + " is locked until the end, written twice, and left to autovacuum",
                    "-- a backfill changes them in batches");
        }
    }
}
