package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.revision.Target;
import dev.migrate.run.RunSettings;
import dev.migrate.sample.Follows;
import dev.migrate.script.FileTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Follows("README.md")
class ReadmeIT {

    private static final String BUILD = "mvn -B -DskipTests package && ";
    private static final String CURL = "curl localhost:8080";
    private static final Set<String> VOLATILE = Set.of("version", "appliedAt", "durationMs", "appliedBy");

    private final Page readme = Page.read("README.md");
    private final Path folder;
    private final SampleJar sample;

    ReadmeIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.sample = new SampleJar(folder)
                .with("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .with("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
    }

    @AfterEach
    void end() throws Exception {
        sample.killAll();
    }

    @Test
    void sampleStartsAndAnswersAndHasTheCommands() throws Exception {
        String command = readme.blocks("sh").get(0);
        // This test runs after the same phase of the same build: what is left of the line must find its jar.
        assertThat(command).startsWith(BUILD);
        sample.with("SAMPLE_DATADIRECTORY", folder.resolve("data").toString()).with("SERVER_PORT", "0");
        SampleProcess application = shell(command.substring(BUILD.length()));

        String curl = readme.inline("curl").get(0);
        assertThat(curl).startsWith(CURL);
        JsonNode answer = JsonMapper.shared()
                .readTree(application.get(curl.substring(CURL.length())).body());
        JsonNode migrator = answer.at("/contexts/sample-app/migrators/migrator");
        assertThat(migrator.path("state").asString()).isEqualTo("UP_TO_DATE");
        assertThat(migrator.path("revisions").size()).isEqualTo(16);
        assertThat(isIn(JsonMapper.shared().readTree(readme.blocks("json").get(0)), answer))
                .as(answer.toPrettyString())
                .isTrue();

        for (String migrate : readme.inline("java -jar sample-app")) {
            Outcome outcome = shell(migrate).outcome();
            assertThat(outcome.code()).as(outcome.err()).isZero();
            if (migrate.contains("history")) {
                assertThat(outcome.out().strip())
                        .isEqualTo(readme.blocks("text").get(0));
            } else {
                assertThat(outcome.out()).contains("State      UP_TO_DATE");
            }
        }
        assertThat(readme.inline("java -jar sample-app")).hasSize(2);
        application.stop();
        assertThat(folder.resolve("data/postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void portIsTheOneOfTheReadme() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Properties properties = Objects.requireNonNull(yaml.getObject());
        assertThat(properties.getProperty("server.port", "8080")).isEqualTo("8080");
    }

    @Test
    void testCommandIsTheGate() throws IOException {
        List<String> gate = Files.readAllLines(readme.repository().resolve(".ci/run")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("set ") && !line.startsWith("cd "))
                .toList();
        assertThat(gate).containsExactly(readme.blocks("sh").get(1));
        assertThat(readme.blocks("sh")).hasSize(2);
    }

    @Test
    void revisionGoesUpAndDown() throws IOException {
        String script = readme.blocks("sql").get(0);
        String path = readme.inline("src/main/resources/db/revisions/").get(0);
        SampleDatabase database = SampleDatabase.create();
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        Files.writeString(revisions.resolve(Path.of(path).getFileName()), script);
        Files.writeString(revisions.resolve("parent.sql"), """
                -- revision: ce9ec48516b9
                -- message: What the README's revision revises

                -- migrate:upgrade
                """);
        MigrateSettings settings = new MigrateSettings(
                List.of("file:" + revisions), revisions, FileTemplate.DEFAULT, null, RunSettings.defaults());
        Migrator migrator = new Migrator(settings, database.source());

        assertThat(migrator.upgrade(Target.head()).after().ids()).containsExactly("7fa95b5a0eb7");
        assertThat(database.query("SELECT to_regclass('speaker_events')")).containsExactly("speaker_events");
        migrator.downgrade(Target.parse("-1"));
        assertThat(database.query("SELECT to_regclass('speaker_events')")).containsOnlyNulls();
    }

    @Test
    void dependencyIsTheOneOfTheTutorial() throws IOException {
        assertThat(Page.read("docs/tutorial/first-revisions.md").blocks("xml").get(0))
                .contains(readme.blocks("xml").get(0).indent(4));
    }

    @Test
    void readmeIsShort() {
        assertThat(readme.text().lines().count()).isLessThanOrEqualTo(120);
    }

    /** Tells whether an answer has everything that is shown of it; what differs from run to run only has to be of the same kind. */
    private static boolean isIn(JsonNode shown, JsonNode answer) {
        if (shown.isObject()) {
            return shown.properties().stream().allMatch(field -> {
                JsonNode value = answer.path(field.getKey());
                return VOLATILE.contains(field.getKey())
                        ? value.getNodeType() == field.getValue().getNodeType()
                        : isIn(field.getValue(), value);
            });
        }
        if (shown.isArray()) {
            return answer.isArray()
                    && (!shown.isEmpty() || answer.isEmpty())
                    && shown.valueStream().allMatch(one -> answer.valueStream().anyMatch(other -> isIn(one, other)));
        }
        return shown.equals(answer);
    }

    /** Runs a line in the root of the repository. */
    private SampleProcess shell(String line) throws IOException {
        return sample.start(readme.repository(), List.of("sh", "-c", "exec " + line));
    }
}
