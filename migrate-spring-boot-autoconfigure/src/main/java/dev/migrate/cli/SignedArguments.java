package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Lets targets such as {@code -1} through, which look like options: it moves them behind {@code --}. */
final class SignedArguments {

    private static final String END_OF_OPTIONS = "--";

    private static final Pattern SIGNED = Pattern.compile("-\\d+");

    private SignedArguments() {}

    static List<String> last(List<String> arguments, CommandLine parser) {
        Map<String, OptionSpec> options = optionsOfCommand(arguments, parser);
        List<String> first = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        int end = arguments.indexOf(END_OF_OPTIONS);
        boolean value = false;
        for (String argument : end < 0 ? arguments : arguments.subList(0, end)) {
            boolean target = !value && SIGNED.matcher(argument).matches();
            (target ? signed : first).add(argument);
            OptionSpec option = options.get(argument);
            value = option != null && option.arity().max() > 0;
        }
        if (end >= 0) {
            signed.addAll(arguments.subList(end + 1, arguments.size()));
        }
        if (!signed.isEmpty()) {
            first.add(END_OF_OPTIONS);
            first.addAll(signed);
        }
        return first;
    }

    private static Map<String, OptionSpec> optionsOfCommand(List<String> arguments, CommandLine parser) {
        Map<String, CommandLine> commands = parser.getSubcommands();
        for (String argument : arguments) {
            CommandLine command = commands.get(argument);
            if (command != null) {
                return command.getCommandSpec().optionsMap();
            }
        }
        return Map.of();
    }
}
