package dev.migrate.test;

import dev.migrate.run.RunReport;
import dev.migrate.script.ScriptDirectory;

/**
 * The entry to the assertions about revisions, schemas and runs, beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(migrator.scripts()).hasOneHead().isReversibleOrSaysWhyNot();
 * assertThat(database.schema()).isEqualTo(before);
 * assertThat(database.upgradeTo("7fa95b5a0eb7")).tookAtMost(Duration.ofSeconds(2));
 * }</pre>
 */
public final class MigrationAssertions {

    private MigrationAssertions() {}

    /** Begins an assertion about all revisions of an application. */
    public static ScriptDirectoryAssert assertThat(ScriptDirectory actual) {
        return new ScriptDirectoryAssert(actual);
    }

    /** Begins an assertion about the schema of a database. */
    public static SchemaPictureAssert assertThat(SchemaPicture actual) {
        return new SchemaPictureAssert(actual);
    }

    /** Begins an assertion about what a run did. */
    public static RunReportAssert assertThat(RunReport actual) {
        return new RunReportAssert(actual);
    }
}
