package dev.migrate.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import dev.migrate.autoconfigure.CommandWord;

/**
 * The command that the arguments of an application ask for.
 *
 * @param word the first word, such as {@code migrate}
 * @param arguments what follows it, without what is Spring's
 */
record Invocation(String word, List<String> arguments) {

    Invocation {
        arguments = List.copyOf(arguments);
    }

    /** Returns the command, or {@code null} if the application is to start as usual. */
    static @Nullable Invocation of(Environment environment, List<String> arguments) {
        if (!environment.getProperty("migrate.cli.enabled", Boolean.class, true)) {
            return null;
        }
        String word = CommandWord.of(environment).word();
        int first = 0;
        while (first < arguments.size() && arguments.get(first).startsWith("--")) {
            first++;
        }
        if (first == arguments.size() || !arguments.get(first).equals(word)) {
            return null;
        }
        List<String> rest = arguments.subList(first + 1, arguments.size());
        return new Invocation(
                word, rest.stream().filter(argument -> !isSprings(argument)).toList());
    }

    private static boolean isSprings(String argument) {
        int equals = argument.indexOf('=');
        int dot = argument.indexOf('.');
        return argument.startsWith("--") && dot > 2 && dot < equals;
    }
}
