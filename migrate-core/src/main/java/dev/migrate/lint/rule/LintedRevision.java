package dev.migrate.lint.rule;

import java.util.List;
import java.util.Set;

import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.RevisionScript;

/**
 * A revision that is linted.
 *
 * @param script what it is and does
 * @param labels those that it carries itself
 * @param statements what its upgrade does, in order
 * @param after what is there when it is done
 */
public record LintedRevision(RevisionScript script, Set<String> labels, List<LintedStatement> statements, World after) {

    /** Copies the collections. */
    public LintedRevision {
        labels = Set.copyOf(labels);
        statements = List.copyOf(statements);
    }

    /** Tells whether one of its statements creates this table. */
    public boolean creates(ObjectName table) {
        return statements.stream()
                .anyMatch(statement -> statement.ddl() instanceof Ddl.CreateTable create
                        && World.key(create.table()).equals(World.key(table)));
    }
}
