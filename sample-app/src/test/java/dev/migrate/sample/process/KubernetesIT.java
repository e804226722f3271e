package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.migrate.sample.Follows;

import static org.assertj.core.api.Assertions.assertThat;

/** Does with processes what the manifests have a cluster do with pods. */
@Follows("docs/how-to/kubernetes-probes.md")
class KubernetesIT {

    private final SampleDatabase database = SampleDatabase.create();
    private final SampleJar jar;

    KubernetesIT(@TempDir Path folder) {
        jar = new SampleJar(folder)
                .with("SPRING_DATASOURCE_URL", database.url())
                .with("SERVER_PORT", "0");
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void podsWaitForTheJobAndAreReadyThen() throws Exception {
        List<JsonNode> manifests = manifests();
        JsonNode probes = manifests.get(0);
        JsonNode job = manifests.get(1).at("/spec/template/spec/containers/0");
        JsonNode pod = manifests.get(2).at("/spec/template/spec/containers/0");
        JsonNode init = manifests.get(3).at("/initContainers/0");
        assertThat(job.path("image")).isEqualTo(pod.path("image")).isEqualTo(init.path("image"));

        pod.path("env")
                .forEach(variable -> jar.with(
                        variable.path("name").asString(), variable.path("value").asString()));
        SampleProcess application = jar.startApplication();
        Await.condition("a start that waits", () -> application.out().contains("waiting for another process"));
        Outcome upgrade = run(job);
        assertThat(upgrade.code()).as(upgrade.err()).isZero();
        application.awaitReady();

        for (JsonNode probe : probes) {
            assertThat(application.get(probe.at("/httpGet/path").asString()).statusCode())
                    .isEqualTo(200);
        }
        Outcome second = run(init);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).startsWith("Nothing to do");
        assertThat(database.history("applied")).hasSize(16);
    }

    private Outcome run(JsonNode container) throws Exception {
        List<String> words = new ArrayList<>();
        container.path("args").forEach(word -> words.add(word.asString()));
        assertThat(words.get(0)).isEqualTo("migrate");
        return jar.migrate(words.subList(1, words.size()).toArray(String[]::new));
    }

    private static List<JsonNode> manifests() throws IOException {
        List<Page.Block> blocks = Page.read("docs/how-to/kubernetes-probes.md").blocks();
        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(block.language())
                .isEqualTo("yaml"));
        return blocks.stream()
                .<JsonNode>map(block -> JsonMapper.shared().valueToTree(new Yaml().load(block.content())))
                .toList();
    }
}
