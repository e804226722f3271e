package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Does what a Dockerfile says as far as that goes without an engine: a folder stands for each image. */
final class Dockerfile {

    private final Path context;
    private final Path target;
    private final SampleJar processes;
    private final Map<String, Path> stages = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Path root;
    private Path directory;
    private List<String> entrypoint = List.of();
    private List<String> healthCheck = List.of();

    /**
     * Makes ready to build.
     *
     * @param context the folder that the file is in
     * @param target for the folders that stand for images
     */
    Dockerfile(Path context, Path target, SampleJar processes) {
        this.context = context;
        this.target = target;
        this.processes = processes;
        this.root = target;
        this.directory = target;
    }

    /** Builds the image. */
    void build() throws Exception {
        String text = Files.readString(context.resolve("Dockerfile"));
        for (String line : text.replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .toList()) {
            if (!line.isBlank()) {
                String[] instruction = line.split(" ", 2);
                follow(instruction[0], instruction[1]);
            }
        }
        StringBuilder exports = new StringBuilder();
        environment.forEach((name, value) -> {
            processes.with(name, value);
            exports.append("export %s='%s'\n".formatted(name, value));
        });
        Files.writeString(root.resolve("environment"), exports);
    }

    private void follow(String instruction, String words) throws Exception {
        switch (instruction) {
            case "FROM" -> {
                String stage = words.contains(" AS ") ? words.substring(words.indexOf(" AS ") + 4) : "image";
                root = Files.createDirectories(target.resolve(stage));
                stages.put(stage, root);
            }
            case "WORKDIR" -> directory = Files.createDirectories(root.resolve(words.substring(1)));
            case "COPY" -> copy(words.split(" "));
            case "RUN" -> {
                Outcome outcome =
                        processes.start(directory, List.of("sh", "-c", words)).outcome();
                assertThat(outcome.code()).as(outcome.err()).isZero();
            }
            case "ENV" -> {
                String value = words.split("=", 2)[1];
                environment.put(
                        words.split("=", 2)[0],
                        value.startsWith("/") ? root.resolve(value.substring(1)).toString() : value);
            }
            case "ENTRYPOINT" -> entrypoint = command(words);
            case "HEALTHCHECK" -> healthCheck = command(words.substring(words.indexOf("CMD ") + 4));
            case "USER", "EXPOSE" -> {}
            default -> throw new AssertionError("Nobody knows what to do with " + instruction + " " + words);
        }
    }

    private void copy(String... words) throws IOException {
        if (words[0].startsWith("--from=")) {
            Path stage = Objects.requireNonNull(stages.get(words[0].substring("--from=".length())), words[0]);
            Path source = stage.resolve(words[1].substring(1));
            FileSystemUtils.copyRecursively(source, directory.resolve(words[2]).normalize());
        } else {
            Files.copy(context.resolve(words[0]), directory.resolve(words[1]));
        }
    }

    private static List<String> command(String json) {
        return new ArrayList<>(List.of(JsonMapper.shared().readValue(json, String[].class)));
    }

    /** Returns the folder that stands for the image. */
    Path image() {
        return root;
    }

    /** Starts a container. */
    SampleProcess start(String... words) throws IOException {
        List<String> command = new ArrayList<>(entrypoint);
        command.addAll(List.of(words));
        return processes.start(directory, command);
    }

    /** Asks a container whether it is well, as the engine does. */
    boolean isHealthy(SampleProcess container) throws Exception {
        String port = String.valueOf(container.url().getPort());
        List<String> command =
                healthCheck.stream().map(word -> word.replace("8080", port)).toList();
        return processes.start(directory, command).outcome().code() == 0;
    }
}
