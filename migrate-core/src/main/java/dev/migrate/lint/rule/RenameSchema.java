package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A renamed schema breaks the running version. */
final class RenameSchema implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("rename-schema", "A renamed schema breaks the running version.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Rename rename
                && rename.kind() == Ddl.Kind.SCHEMA
                && !statement.surroundings().contract()) {
            findings.add("Versions that say " + rename.name() + " fail until they are gone");
        }
    }
}
