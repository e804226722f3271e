package dev.migrate.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import dev.migrate.Migrator;
import dev.migrate.autogenerate.RevisionCustomizer;
import dev.migrate.autogenerate.SchemaFilter;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.dialect.Dialect;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.schema.SchemaSource;
import dev.migrate.script.JavaRevision;

import static dev.migrate.test.MigrationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the slice has of an application, and what it does with revisions that wait for a backfill. */
@MigrationTest(
        properties = {
            "migrate.locations=classpath:revisions/held",
            "migrate.backfill.locations=classpath:backfills",
            "migrate.auto-run=true",
            "spring.profiles.active=production"
        })
class MigrationSliceTests {

    private static final List<Class<?>> PARTS_OF_REVISIONS = List.of(
            JavaRevision.class,
            JavaBackfill.class,
            SchemaSource.class,
            SchemaFilter.class,
            RevisionCustomizer.class,
            LintRule.class,
            Dialect.class);

    private static final Pattern NAMES = Pattern.compile("components only those that revisions consist of: ([^.]*)\\.");

    @Test
    void componentsThatRevisionsConsistOfAreKept() throws IOException {
        MetadataReaderFactory readers = new SimpleMetadataReaderFactory();
        MigrationTypeExcludeFilter filter = new MigrationTypeExcludeFilter();
        for (Class<?> kept : PARTS_OF_REVISIONS) {
            assertThat(filter.match(readers.getMetadataReader(kept.getName()), readers))
                    .as("%s is left out", kept)
                    .isFalse();
        }
        assertThat(filter.match(readers.getMetadataReader(KitApplication.class.getName()), readers))
                .isTrue();
    }

    @Test
    void thePageNamesThem() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/test-your-revisions.md"))
                .replaceAll("\\s+", " ");
        Stream<String> named = NAMES.matcher(page)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(", ")));
        assertThat(named)
                .containsExactlyElementsOf(PARTS_OF_REVISIONS.stream()
                        .map(type -> "`" + type.getSimpleName() + "`")
                        .toList());
    }

    @Test
    void nothingIsRunWhenTheApplicationWouldRunIt(
            @Autowired Migrator migrator,
            @Autowired ObjectProvider<DataSource> application,
            MigrationHarness database) {
        assertThat(application.stream()).isEmpty();
        assertThat(migrator.settings().locations()).containsExactly("classpath:revisions/held");
        assertThat(database.migrator().current().isEmpty()).isTrue();
    }

    @Test
    void backfillThatARevisionRequiresIsRunOnTheWay(MigrationHarness database) {
        database.upgradeTo("create_calls");
        database.insert("calls", Map.of("id", 1, "caller", "Ada"));

        assertThat(database.upgradeTo("heads")).ran("require_length");

        database.assertThatTable("calls").hasRow(Map.of("id", 1, "length", 0));
    }
}
