package dev.migrate.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Runs the tests of the kit on folders of which each has its fault. */
class FaultyRevisionsTests {

    @Test
    void soundRevisionsPassEveryTest() {
        Events events = run(Folders.Sound.class);
        assertThat(failures(events)).isEmpty();
        assertThat(events.finished().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains("create_users (Create users)", "merge_both (Merge name and email)")
                .contains("hash_email (Hash email), up only")
                .hasSize(14);
        assertThat(texts(events, TestExecutionResult.Status.ABORTED))
                .containsExactly(
                        "downgradeLeavesNoTrace(MigrationHarness): Assumption failed: Not tested, because hash_email (Hash email)"
                                + " cannot be downgraded",
                        "revisionsMakeTheModel(MigrationHarness): Not tested: There is no model to compare the database with");
    }

    @Test
    void branchesThatAreKeptApartHaveOneHeadEach() {
        assertThat(failures(run(Folders.TwoLines.class))).isEmpty();
    }

    @Test
    void labelWithoutRevisionsIsReported() {
        assertThat(failures(run(Folders.MissingLine.class)))
                .containsExactly("branchesHaveOneHead(MigrationHarness): There is no head on the branch 'nobody'.\n"
                        + "To do: check the labels in branchLabels().");
    }

    @Test
    void headBesideTheBranchesIsReported() {
        assertThat(failures(run(Folders.ForgottenLine.class))).containsExactly("""
                branchesHaveOneHead(MigrationHarness): On none of the branches shop:
                  create_users (Create users) in revisions/two-lines/create_users.sql
                To do: give its branch a label and name that in branchLabels(), or merge it.""");
    }

    @Test
    void twoHeadsAreReported() {
        assertThat(failures(run(Folders.TwoHeads.class))).containsExactly("""
                branchesHaveOneHead(MigrationHarness): There are 2 heads on all revisions, where one is expected:
                  add_age (Add age) in revisions/two-heads/add_age.sql
                  add_name (Add name) in revisions/two-heads/add_name.sql
                To do: join them with `migrate merge add_age add_name -m "…"`, or, if they are branches on purpose,\
                 label each and name the labels in branchLabels().""");
    }

    @Test
    void missingDowngradeIsReported() {
        assertThat(failures(run(Folders.NoDowngrade.class))).containsExactly("""
                revisionsAreReversibleOrSayWhyNot(MigrationHarness): Without a downgrade, and without a reason for that:
                  add_name (Add name) in revisions/no-downgrade/add_name.sql
                To do: add a section `-- migrate:downgrade` (an empty one if nothing needs undoing), or the line\
                 `-- migrate:irreversible <why>`.""");
    }

    @Test
    void downgradesThatForgetSomethingAreReportedOneByOne() throws IOException {
        List<String> failures = failures(run(Folders.Forgetful.class)).stream()
                .filter(failure -> !failure.startsWith("lintFindsNoErrors"))
                .toList();
        assertThat(Files.readString(Path.of("../docs/how-to/test-your-revisions.md")))
                .contains("```text\n" + failures.get(0).substring("add_name (Add name): ".length()) + "\n```");
        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).isEqualTo("""
                add_name (Add name): Revision add_name (Add name) in revisions/forgetful/add_name.sql is not undone by\
                 its downgrade:
                  too much: index public.users_email on public.users
                        CREATE INDEX users_email ON public.users USING btree (email)
                To do: correct the downgrade section, so that it removes what is too much and restores what is missing\
                 or changed; or say `-- migrate:irreversible <why>` in its place.""");
        assertThat(failures.get(1)).startsWith("""
                widen_id (Widen id): Revision widen_id (Widen id) in revisions/forgetful/widen_id.sql is not undone by\
                 its downgrade:
                  changed:  column public.users.email
                        before: text not null
                        now:    text
                To do:""");
    }

    @Test
    void whatIsLeftAtTheBaseIsReported() {
        assertThat(failures(run(Folders.Leaving.class)))
                .anySatisfy(failure -> assertThat(failure).isEqualTo("""
                downgradeLeavesNoTrace(MigrationHarness): A downgrade to the base leaves:
                  too much: sequence public.numbers
                        bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1
                To do: let the downgrade section of the revision that makes it remove it; the test of that revision in\
                 downgradesUndoUpgrades tells which."""));
    }

    @Test
    void missingOperationsAndLintErrorsAreReported() {
        List<String> failures = failures(run(Folders.OtherModel.class));
        assertThat(failures).hasSize(2);
        assertThat(failures.get(0))
                .startsWith("lintFindsNoErrors(MigrationHarness): Lint finds what must not run on a database in use:\n"
                        + "  revisions/calls/add_status.sql:")
                .contains("CREATE INDEX CONCURRENTLY", "\nTo do: write it as shown; or allow ");
        assertThat(failures.get(1)).isEqualTo("""
                revisionsMakeTheModel(MigrationHarness): The revisions do not make what the model says. Missing:
                  add column calls.length
                To do: `migrate revision --autogenerate -m "…"` writes a revision with these operations; or correct the model.""");
    }

    @Test
    void revisionThatIsAnotherEachTimeIsReported() {
        assertThat(failures(run(Folders.Fickle.class)))
                .anySatisfy(failure -> assertThat(failure).startsWith("""
                        appliedChecksumsAreUnchanged(MigrationHarness): Applied, and another when read again:
                          some_number (Insert some number) in dev.migrate.test.fickle.InsertSomeNumber
                        """));
    }

    @Test
    void classWithoutTheAnnotationIsTold() {
        assertThat(failures(run(Folders.NotAnnotated.class))).allSatisfy(failure -> assertThat(failure)
                .endsWith("Folders$NotAnnotated is no test of an application. Annotate it with @MigrationTest."));
    }

    @Test
    void failingStatementsAreReportedWithTheirPlace() {
        Events events = run(Folders.Failing.class);
        List<String> failures = failures(events);
        assertThat(failures).hasSize(3);
        assertThat(failures.get(0))
                .startsWith("add_age (Add age): Revision add_age (Add age) in revisions/failing/add_age.sql cannot be"
                        + " applied: relation \"user_s\" does not exist\n"
                        + "  at revisions/failing/add_age.sql:6, statement 1 of 1\n");
        assertThat(failures.get(1))
                .startsWith("add_name (Add name): Revision add_name (Add name) in revisions/failing/add_name.sql cannot"
                        + " be downgraded: column \"nam\" of relation \"users\" does not exist\n"
                        + "  at revisions/failing/add_name.sql:9, statement 1 of 1\n")
                .contains("\nTo do: ");
        assertThat(failures.get(2))
                .startsWith("emptyDatabaseIsUpgraded(MigrationHarness): The upgrade of an empty database fails: ");
        assertThat(texts(events, TestExecutionResult.Status.ABORTED))
                .contains("add_size (Add size): Not tested, because add_age (Add age) before it cannot be applied")
                .contains("appliedChecksumsAreUnchanged(MigrationHarness): Not tested, because the upgrade of an empty"
                        + " database fails");
    }

    @Test
    void revisionsThatCannotBeReadAreReportedWithTheirPlace() {
        assertThat(failures(run(Folders.Unreadable.class))).anySatisfy(failure -> assertThat(failure)
                .startsWith(
                        "scriptsLoad(MigrationHarness): The revisions cannot be read: 1 problem in the revision scripts\n"
                                + "  revisions/unreadable/add_name.sql:")
                .contains("no_such"));
    }

    @Test
    void missingFolderIsReported() {
        assertThat(failures(run(Folders.Nowhere.class))).contains("""
                scriptsLoad(MigrationHarness): These locations do not exist: classpath:revisions/nowhere
                To do: name the folders of the revisions in migrate.locations.""");
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static List<String> failures(Events events) {
        return texts(events, TestExecutionResult.Status.FAILED);
    }

    /** Returns the names of tests and what their failures say, as a reader sees them. */
    private static List<String> texts(Events events, TestExecutionResult.Status status) {
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .filter(event -> result(event).getStatus() == status)
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + result(event).getThrowable().orElseThrow().getMessage())
                .map(text -> text.replace("\r\n", "\n"))
                .sorted()
                .toList();
    }

    private static TestExecutionResult result(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class);
    }
}
