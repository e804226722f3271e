package dev.migrate.test;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The tests that every application wants for its revisions; a test class gets them by implementing this.
 *
 * <pre>{@code
 * @MigrationTest
 * class RevisionTests implements MigrationTests {}
 * }</pre>
 *
 * <p>A {@code @SpringBootTest} may implement it as well. A failure names the revision, its file and what to do.
 */
@ExtendWith(MigrationExtension.class)
public interface MigrationTests {

    /**
     * Returns the labels of the branches that are kept apart on purpose, each of which is to have one head; by default there are
     * none, and all revisions together are to have one head.
     */
    default Set<String> branchLabels() {
        return Set.of();
    }

    /** There are revisions, and nothing is wrong with any of them. */
    @Test
    default void scriptsLoad(MigrationHarness databases) {
        MigrationAssertions.assertThat(databases.scripts()).isNotEmpty();
    }

    /** Nobody has left two lines of revisions unmerged. */
    @Test
    default void branchesHaveOneHead(MigrationHarness databases) {
        MigrationAssertions.assertThat(databases.scripts()).hasOneHeadOn(branchLabels());
    }

    /** Every revision has a downgrade or says why not. */
    @Test
    default void revisionsAreReversibleOrSayWhyNot(MigrationHarness databases) {
        MigrationAssertions.assertThat(databases.scripts()).isReversibleOrSaysWhyNot();
    }

    /** Lint finds nothing for which a revision must not run. */
    @Test
    default void lintFindsNoErrors(MigrationHarness databases) {
        new WholeHistory(databases).lintFindsNoErrors();
    }

    /** An empty database is upgraded to the heads, and then nothing is left to do. */
    @Test
    default void emptyDatabaseIsUpgraded(MigrationHarness databases) {
        new WholeHistory(databases).emptyDatabaseIsUpgraded();
    }

    /** The checksum that an upgrade records of a revision is the one that it has when it is read again. */
    @Test
    default void appliedChecksumsAreUnchanged(MigrationHarness databases) {
        new WholeHistory(databases).appliedChecksumsAreUnchanged();
    }

    /** The revisions make what the application's model says; left out where there is no model. */
    @Test
    default void revisionsMakeTheModel(MigrationHarness databases) {
        new WholeHistory(databases).revisionsMakeTheModel();
    }

    /** A downgrade from the heads to the base leaves what was there before the first upgrade; left out where a revision is irreversible. */
    @Test
    default void downgradeLeavesNoTrace(MigrationHarness databases) {
        new WholeHistory(databases).downgradeLeavesNoTrace();
    }

    /**
     * Every revision goes up, down and up again, and the downgrade leaves exactly the schema that was there before; one test for each.
     * One that cannot be downgraded only goes up.
     */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    default Stream<DynamicTest> downgradesUndoUpgrades(MigrationHarness databases) {
        return new Stairway(databases).tests();
    }
}
