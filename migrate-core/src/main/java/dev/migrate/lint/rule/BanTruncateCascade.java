package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** TRUNCATE … CASCADE empties tables that it does not name. */
final class BanTruncateCascade implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-truncate-cascade", "TRUNCATE … CASCADE empties tables that it does not name.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Maintenance truncate && truncate.work() == Ddl.Work.TRUNCATE) {
            if (truncate.has("CASCADE")) {
                findings.add(
                        "Every table with a foreign key to it is emptied, too",
                        "TRUNCATE "
                                + String.join(
                                        ", ",
                                        truncate.tables().stream()
                                                .map(Sql::quote)
                                                .toList()) + ", …");
            }
        }
    }
}
