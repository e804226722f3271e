package dev.migrate.lint.rule;

import java.util.List;

import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Dropping a foreign key, or a table that has one, locks the other table too. */
final class DropForeignKeyLocksBoth implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "drop-foreign-key-locks-both",
                "Dropping a foreign key, or a table that has one, locks the other table too.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        boolean drops = !statement.actions(TableAction.DropConstraint.class).isEmpty()
                || (statement.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.TABLE);
        if (!drops) {
            return;
        }
        List<ObjectName> dropped = statement.ddl() instanceof Ddl.Drop drop ? drop.names() : List.of(statement.table());
        statement.effect().locks().forEach((table, mode) -> {
            boolean other = dropped.stream().noneMatch(name -> World.key(name).equals(table));
            if (other && mode == LockMode.ACCESS_EXCLUSIVE && statement.isBusy(table)) {
                findings.add(
                        "ACCESS EXCLUSIVE on " + table + ", too, to which a foreign key points",
                        "-- drop one foreign key in a revision of its own, before the table");
            }
        });
    }
}
