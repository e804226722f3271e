package dev.migrate.lint.rule;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

/** A new value of an enum cannot be used before the transaction that added it is committed. */
final class EnumValueUsedInSameTransaction implements LintRule {

    private static final int MOST = 5_000;

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "enum-value-used-in-same-transaction",
                "A new value of an enum cannot be used before the transaction that added it is committed.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!statement.surroundings().transaction() || statement.ddl() instanceof Ddl.AlterType) {
            return;
        }
        for (LintedStatement before : statement.earlier()) {
            if (before.ddl() instanceof Ddl.AlterType type && type.action().equals("ADD VALUE")) {
                String value = value(type);
                boolean uses = value != null
                        && SqlTokens.of(statement.source().sql(), 1, MOST).tokens().stream()
                                .anyMatch(token -> token.kind() == SqlToken.Kind.STRING
                                        && token.text().equals(value));
                if (uses) {
                    findings.add(
                            "The server refuses it: " + value + " of " + type.type() + " is not committed yet",
                            "-- in a revision of its own, before this one",
                            before.source().sql());
                }
            }
        }
    }

    private static @Nullable String value(Ddl.AlterType type) {
        return type.rest().tokens().stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .map(SqlToken::text)
                .findFirst()
                .orElse(null);
    }
}
