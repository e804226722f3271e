package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/commands.md} against the commands. */
class CommandReferenceTests {

    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(-[^`]*)`");

    private final Map<String, String> sections = sections();

    private final CommandLine parser = Commands.parser("migrate");

    @Test
    void everyCommandHasASection() {
        List<String> commands = new ArrayList<>(parser.getSubcommands().keySet());

        assertThat(sections.keySet()).containsExactlyElementsOf(commands);
    }

    @Test
    void everySectionNamesExactlyTheOptionsOfItsCommand() {
        parser.getSubcommands().forEach((name, command) -> assertThat(documented(section(name)))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(options(command.getCommandSpec())));
    }

    @Test
    void everySectionBeginsWithTheDescriptionOfItsCommand() {
        parser.getSubcommands().forEach((name, command) -> assertThat(section(name))
                .as(name)
                .contains(command.getCommandSpec().usageMessage().description()[0]));
    }

    private String section(String command) {
        return sections.getOrDefault(command, "");
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.inherited())
                .map(OptionSpec::names)
                .map(names -> String.join(", ", names))
                .toList();
    }

    private static List<String> documented(String section) {
        List<String> options = new ArrayList<>();
        Matcher matcher = OPTION.matcher(section);
        while (matcher.find()) {
            options.add(matcher.group(1).replaceAll(" [A-Z:=]+$", ""));
        }
        return options;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String part : page().split("(?m)^### ", -1)) {
            if (part.startsWith("`")) {
                sections.put(part.substring(1, part.indexOf('`', 1)), part);
            }
        }
        return sections;
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/reference/commands.md"));
        } catch (IOException e) {
            throw new AssertionError("The tests run in the folder of the module", e);
        }
    }
}
