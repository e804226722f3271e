package dev.migrate.lint.rule;

import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.Ddl;

/** A table is dropped and created again. */
final class CreateTableForce implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("create-table-force", "A table is dropped and created again.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!(statement.ddl() instanceof Ddl.CreateTable create)) {
            return;
        }
        for (LintedStatement before : statement.earlier()) {
            boolean drops = before.ddl() instanceof Ddl.Drop drop
                    && drop.kind() == Ddl.Kind.TABLE
                    && drop.names().stream().anyMatch(name -> World.key(name).equals(World.key(create.table())));
            if (drops) {
                findings.add("All rows of " + create.table() + " are gone: change the table instead");
            }
        }
    }
}
