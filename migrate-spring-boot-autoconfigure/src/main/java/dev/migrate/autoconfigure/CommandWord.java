package dev.migrate.autoconfigure;

import org.springframework.core.env.Environment;

/**
 * The word that an application's commands begin with; whatever tells people to run one is spelled by it.
 *
 * @param word what {@code migrate.cli.name} says
 */
public record CommandWord(String word) {

    private static final String USUAL = "migrate";

    /** Returns that of an application. */
    public static CommandWord of(Environment environment) {
        return new CommandWord(environment.getProperty("migrate.cli.name", USUAL));
    }

    /** Returns a text of this library with the commands in it, which stand in backquotes, as they are typed in the application. */
    public String in(String text) {
        return text.replace("`" + USUAL + " ", "`" + word + " ");
    }
}
