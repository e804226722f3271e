package dev.migrate.lint.rule;

import java.util.Locale;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.lint.statement.TableAction;

/** Knows what the catalog can be asked about after an interruption. */
final class Robust {

    private Robust() {}

    /** Tells whether a statement works beside writers, and so outside of a transaction. */
    static boolean isConcurrent(Ddl ddl) {
        if (ddl instanceof Ddl.CreateIndex index) {
            return index.traits().writers() == Writers.GO_ON;
        }
        if (ddl instanceof Ddl.Drop drop) {
            return drop.traits().writers() == Writers.GO_ON;
        }
        if (ddl instanceof Ddl.Reindex reindex) {
            return reindex.writers() == Writers.GO_ON;
        }
        return ddl instanceof Ddl.AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof TableAction.DetachPartition detach
                                && detach.way() == TableAction.Detaching.CONCURRENTLY);
    }

    /** Tells whether a run finds out by itself that a statement was done, or may simply do it again. */
    static boolean canBeLookedUp(LintedStatement statement) {
        Ddl ddl = statement.ddl();
        boolean index = ddl instanceof Ddl.CreateIndex create && create.name() != null;
        boolean again = ddl instanceof Ddl.Maintenance
                || ddl instanceof Ddl.Reindex
                || ddl instanceof Ddl.RefreshView
                || ddl instanceof Ddl.Comment
                || ddl instanceof Ddl.Grant
                || ddl instanceof Ddl.SetVariable
                || (ddl instanceof Ddl.Rows rows && rows.verb().equals("SELECT"));
        boolean dropsIndex = ddl instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.INDEX;
        String sql = statement.source().sql().replaceAll("\\s+", " ");
        return index
                || again
                || dropsIndex
                || sql.regionMatches(true, 0, "CREATE OR REPLACE", 0, "CREATE OR REPLACE".length())
                || isGuarded(sql);
    }

    private static boolean isGuarded(String sql) {
        String upper = sql.substring(0, Math.min(sql.length(), 200)).toUpperCase(Locale.ROOT);
        return upper.contains(" IF NOT EXISTS ") || upper.contains(" IF EXISTS ");
    }
}
