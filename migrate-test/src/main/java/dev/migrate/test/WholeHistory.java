package dev.migrate.test;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

import dev.migrate.autogenerate.NoModelException;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.error.MigrateException;
import dev.migrate.lint.rule.Finding;
import dev.migrate.revision.RevisionRange;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunReport;
import dev.migrate.script.RevisionScript;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests of all revisions together, each in a database of its own. */
final class WholeHistory {

    private static final String HEADS = "heads";

    private final MigrationHarness databases;

    private final MigrationHarness database;

    WholeHistory(MigrationHarness databases) {
        this.databases = databases;
        this.database = databases.another();
    }

    void lintFindsNoErrors() {
        databases.scripts();
        List<Finding> errors = databases.application().lint(RevisionRange.all()).errors();
        if (errors.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("Lint finds what must not run on a database in use:");
        for (Finding finding : errors) {
            text.append("\n  ").append(finding.place()).append(": ").append(finding.rule());
            text.append("\n    ").append(finding.message());
            finding.rewrite().forEach(statement -> text.append('\n')
                    .append(statement.indent(6).stripTrailing()));
        }
        throw new AssertionError(text.append("\nTo do: write it as shown; or allow what is meant by"
                        + " `-- migrate:allow rule-id reason` before the statement.")
                .toString());
    }

    void emptyDatabaseIsUpgraded() {
        databases.scripts();
        FailureText.during("The upgrade of an empty database fails", () -> database.upgrade(HEADS));
        assertThat(database.migrator().status().state())
                .as("state after the upgrade")
                .isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(database.migrator().upgrade(Target.heads()))
                .as("a second upgrade")
                .extracting(RunReport::steps)
                .isEqualTo(List.of());
    }

    void appliedChecksumsAreUnchanged() {
        upgrade();
        // The migrator of the copy reads the scripts anew, as the next start of the application will.
        List<String> modified = database.migrator().status().modified();
        if (!modified.isEmpty()) {
            List<String> names = modified.stream()
                    .map(id -> Revisions.nameAndPlace(databases.scripts().script(id)))
                    .toList();
            throw new AssertionError("Applied, and another when read again:\n  " + String.join("\n  ", names)
                    + "\nTo do: let what a Java revision records depend on nothing that changes, such as the time, a random"
                    + " number or the order of a set; what does belongs into op.run(…).");
        }
    }

    void revisionsMakeTheModel() {
        upgrade();
        Proposal proposal = FailureText.during("The model cannot be compared", this::proposal);
        if (proposal.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of("The revisions do not make what the model says. Missing:"));
        proposal.operations()
                .forEach(operation -> lines.add(
                        "  " + operation.describe() + (Proposal.isDestructive(operation) ? "  DESTRUCTIVE" : "")));
        proposal.notes().forEach(note -> lines.add("  Note: " + note));
        lines.add(
                "To do: `migrate revision --autogenerate -m \"…\"` writes a revision with these operations; or correct the model.");
        throw new AssertionError(String.join("\n", lines));
    }

    private Proposal proposal() {
        try {
            return database.migrator().check();
        } catch (NoModelException e) {
            Assumptions.abort("Not tested: " + e.getMessage());
            throw e;
        }
    }

    void downgradeLeavesNoTrace() {
        for (RevisionScript script : databases.scripts().scripts()) {
            Assumptions.assumeTrue(
                    script.downgrade() != null,
                    () -> "Not tested, because " + Revisions.name(script) + " cannot be downgraded");
        }
        SchemaPicture empty = databases.another().schema();
        upgrade();
        FailureText.during(
                "The downgrade to the base fails", () -> database.migrator().downgrade(Target.base()));
        assertThat(database.migrator().current().ids())
                .as("rows of the version table after the downgrade")
                .isEmpty();
        List<String> differences = database.schema().differencesFrom(empty);
        if (!differences.isEmpty()) {
            throw new AssertionError("A downgrade to the base leaves:\n" + String.join("\n", differences)
                    + "\nTo do: let the downgrade section of the revision that makes it remove it;"
                    + " the test of that revision in downgradesUndoUpgrades tells which.");
        }
    }

    /** What is wrong with the upgrade itself is the subject of one test only. */
    private void upgrade() {
        databases.scripts();
        try {
            database.upgrade(HEADS);
        } catch (MigrateException e) {
            Assumptions.abort("Not tested, because the upgrade of an empty database fails");
        }
    }
}
