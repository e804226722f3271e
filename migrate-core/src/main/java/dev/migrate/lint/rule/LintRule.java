package dev.migrate.lint.rule;

/**
 * One thing that a revision should not do; a bean of an application's own is asked beside the built-in ones.
 *
 * <pre>{@code
 * @Component
 * final class TablesHaveAPrefix implements LintRule {
 *     public RuleInfo info() {
 *         return new RuleInfo("tables-have-a-prefix", Severity.ERROR, "Tables begin with app_.");
 *     }
 *     public void look(LintedStatement statement, Findings findings) {
 *         if (statement.ddl() instanceof Ddl.CreateTable create && !create.table().name().startsWith("app_")) {
 *             findings.add("The table " + create.table() + " does not begin with app_");
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A rule keeps no state: it is asked for statements of many revisions, perhaps by several threads.
 */
public interface LintRule {

    /** Returns what it is called and about. */
    RuleInfo info();

    /** Looks at one statement of an upgrade, in order. */
    default void look(LintedStatement statement, Findings findings) {}

    /** Looks at a revision as a whole, after its statements. */
    default void look(LintedRevision revision, Findings findings) {}
}
