package dev.migrate.test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunReport;
import dev.migrate.script.RevisionClasses;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that every application wants for its revisions; a test class gets them by implementing this.
 *
 * <pre>{@code
 * class RevisionTests implements MigrationTests {
 *
 *     @Override
 *     public DataSource emptyDatabase() {
 *         return …; // a new PostgreSQL database at each call
 *     }
 * }
 * }</pre>
 *
 * <p>Every other method has a default that fits an application which configures nothing. A failure names the revision, its file
 * and what to do.
 */
public interface MigrationTests {

    /**
     * Returns a PostgreSQL database with nothing in it, another one at each call. A test takes one, and one more for each revision
     * that fails. The tests leave them as they are at the end: who makes them drops them, or lets them die with their server.
     */
    DataSource emptyDatabase();

    /** Returns where the revisions are, {@code classpath:} or {@code file:}; by default {@code classpath:db/revisions}. */
    default List<String> locations() {
        return MigrateSettings.defaults().locations();
    }

    /** Returns the packages of revisions that are written in Java and need no arguments; by default there are none. */
    default List<String> javaPackages() {
        return List.of();
    }

    /**
     * Returns the labels of the branches that are kept apart on purpose, each of which is to have one head; by default there are
     * none, and all revisions together are to have one head.
     */
    default Set<String> branchLabels() {
        return Set.of();
    }

    /**
     * Returns a migrator for a database, by default one with these {@link #locations() locations} and
     * {@link #javaPackages() packages} and defaults otherwise.
     *
     * @param database one of {@link #emptyDatabase}, or for the tests that only read scripts one that refuses to connect
     */
    default Migrator migrator(DataSource database) {
        return new Migrator(
                MigrateSettings.defaults().withLocations(locations()),
                database,
                Extensions.none()
                        .withRevisions(() -> new RevisionClasses(getClass().getClassLoader()).load(javaPackages())));
    }

    /** There are revisions, and nothing is wrong with any of them. */
    @Test
    default void scriptsLoad() {
        MigrationAssertions.assertThat(Revisions.of(this)).isNotEmpty();
    }

    /** Nobody has left two lines of revisions unmerged. */
    @Test
    default void branchesHaveOneHead() {
        MigrationAssertions.assertThat(Revisions.of(this)).hasOneHeadOn(branchLabels());
    }

    /** Every revision has a downgrade or says why not. */
    @Test
    default void revisionsAreReversibleOrSayWhyNot() {
        MigrationAssertions.assertThat(Revisions.of(this)).isReversibleOrSaysWhyNot();
    }

    /** An empty database is upgraded to the heads, and then nothing is left to do. */
    @Test
    default void emptyDatabaseIsUpgraded() {
        Migrator migrator = migrator(emptyDatabase());
        FailureText.during("The upgrade of an empty database fails", () -> migrator.upgrade(Target.heads()));
        assertThat(migrator.status().state()).as("state after the upgrade").isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator.upgrade(Target.heads()))
                .as("a second upgrade")
                .extracting(RunReport::steps)
                .isEqualTo(List.of());
    }

    /**
     * Every revision goes up, down and up again, and the downgrade leaves exactly the schema that was there before; one test for each.
     * One that cannot be downgraded only goes up.
     */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    default Stream<DynamicTest> downgradesUndoUpgrades() {
        return new Stairway(this, Revisions.of(this)).tests();
    }
}
