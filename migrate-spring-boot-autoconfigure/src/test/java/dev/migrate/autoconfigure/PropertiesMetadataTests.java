package dev.migrate.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class PropertiesMetadataTests {

    private static final Path REFERENCE = Path.of("../docs/reference/properties.md");

    private final JsonNode metadata = read();

    @Test
    void everyPropertyHasADescription() {
        assertThat(metadata.get("properties")).hasSizeGreaterThan(25).allSatisfy(property -> assertThat(
                        property.path("description").asString(""))
                .as(property.get("name").asString())
                .endsWith("."));
    }

    @Test
    void theAdditionalHintsAreMerged() {
        List<String> names = new ArrayList<>();
        metadata.get("hints").forEach(hint -> names.add(hint.get("name").asString()));
        assertThat(names).contains("migrate.auto-run-profiles", "migrate.target");
    }

    @Test
    void theReferenceListsEveryProperty() throws IOException {
        List<String> rows = new ArrayList<>();
        for (JsonNode property : metadata.get("properties")) {
            rows.add("| `%s` | %s | %s |"
                    .formatted(
                            property.get("name").asString(),
                            defaultValue(property.path("defaultValue")),
                            property.get("description").asString()));
        }
        assertThat(Files.readAllLines(REFERENCE).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList())
                .containsExactlyElementsOf(rows);
    }

    private static String defaultValue(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        String text = value.asString();
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return plain.isEmpty() ? "" : "`" + plain + "`";
    }

    private static JsonNode read() {
        try (InputStream stream = requireNonNull(
                MigrateProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
