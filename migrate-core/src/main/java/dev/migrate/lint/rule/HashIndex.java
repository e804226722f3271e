package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A hash index answers nothing but equality, and cannot be unique. */
final class HashIndex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("hash-index", "A hash index answers nothing but equality, and cannot be unique.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index
                && index.traits().method().equals("hash")) {
            findings.add("A btree index answers the same and more");
        }
    }
}
