package dev.migrate.test;

import dev.migrate.script.ScriptDirectory;

/**
 * The entry to the assertions about revisions and schemas, beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(migrator.scripts()).hasOneHead().isReversibleOrSaysWhyNot();
 * assertThat(SchemaPicture.of(database)).isEqualTo(before);
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
}
