package dev.migrate.lint.rule;

import java.nio.charset.StandardCharsets;

import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

/** PostgreSQL cuts names behind 63 bytes without a word. */
final class IdentifierTooLong implements LintRule {

    private static final int LONGEST = 63;

    private static final int MOST = 5_000;

    @Override
    public RuleInfo info() {
        return RuleInfo.error("identifier-too-long", "PostgreSQL cuts names behind 63 bytes without a word.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (SqlToken token : SqlTokens.of(statement.source().sql(), 1, MOST).tokens()) {
            boolean isLong = token.isName() && token.text().getBytes(StandardCharsets.UTF_8).length > LONGEST;
            if (isLong) {
                findings.add(
                        "The server cuts " + token.text() + " behind " + LONGEST
                                + " bytes: later statements find it, catalogs and tools do not, and another name may become the same");
            }
        }
    }
}
