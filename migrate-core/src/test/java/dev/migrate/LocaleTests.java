package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.dialect.Dialects;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionScript;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** On a machine whose digits are not those of SQL. */
class LocaleTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DataSource database = TestDatabases.postgres();

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void otherDigits() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(String.format(Locale.getDefault(), "%d", 12)).isNotEqualTo("12");
    }

    @AfterEach
    void sameDigits() {
        Locale.setDefault(before);
    }

    @Test
    void runsSettingsAndLocksAreTheSame() throws IOException {
        Files.writeString(folder.resolve("a.sql"), """
                -- revision: a
                -- message: A

                -- migrate:upgrade
                CREATE TABLE a (id int);

                -- migrate:downgrade
                DROP TABLE a;
                """);

        assertThat(migrator().upgrade(Target.heads()).steps()).hasSize(1);
        assertThat(migrator().downgrade(Target.base()).steps()).hasSize(1);
    }

    @Test
    void filesAreNamedTheSame() {
        RevisionScript script = migrator()
                .newRevision(new RevisionRequest(
                        "Add a table", List.of(), Splice.REFUSED, List.of(), List.of(), null, folder));

        assertThat(script.path()).matches("\\p{ASCII}+");
    }

    @Test
    void literalsAreTheSame() {
        assertThat(Dialects.builtIn()).allSatisfy(dialect -> assertThat(dialect.literal(LocalDate.of(2026, 3, 2)))
                .contains("2026-03-02"));
    }

    private Migrator migrator() {
        return new Migrator(MigrateSettings.defaults().withLocations(List.of("file:" + folder)), database);
    }
}
