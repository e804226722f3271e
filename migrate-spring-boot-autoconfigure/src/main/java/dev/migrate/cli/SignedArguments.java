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
        CommandLine command =
                arguments.isEmpty() ? null : parser.getSubcommands().get(arguments.get(0));
        if (command == null) {
            return arguments;
        }
        Map<String, OptionSpec> options = command.getCommandSpec().optionsMap();
        List<String> first = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        boolean value = false;
        int end = arguments.indexOf(END_OF_OPTIONS);
        int until = end < 0 ? arguments.size() : end;
        for (String argument : arguments.subList(0, until)) {
            (!value && SIGNED.matcher(argument).matches() ? signed : first).add(argument);
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
}
