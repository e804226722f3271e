package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;

/** An application whose command line is run inside the test, from its arguments to its exit code. */
final class CommandLineApplication {

    private final List<String> settings = new ArrayList<>();

    private Look look = Look.PLAIN;

    private Class<?> main = NeverStarted.class;

    private @Nullable BufferedReader answers;

    CommandLineApplication with(String property, Object value) {
        settings.add("--" + property + "=" + value);
        return this;
    }

    CommandLineApplication on(Look terminal) {
        look = terminal;
        return this;
    }

    /** Lets somebody sit at the terminal who types these lines. */
    CommandLineApplication answering(String... lines) {
        answers = new BufferedReader(new StringReader(String.join("\n", lines)));
        return this;
    }

    /** Takes another application, whose entities are in the package of this class. */
    CommandLineApplication of(Class<?> application) {
        main = application;
        return this;
    }

    /** Runs {@code migrate} with these words. */
    Outcome migrate(String... words) {
        List<String> arguments = new ArrayList<>(List.of("migrate"));
        arguments.addAll(List.of(words));
        return command(arguments);
    }

    /** Runs what these words ask for, which begin with that of the command line. */
    Outcome command(List<String> words) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(words);
        return run(arguments.toArray(String[]::new));
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int[] code = {-1};
        Console console = new Console(
                new Channel(new PrintStream(out, true, StandardCharsets.UTF_8), look),
                new Channel(new PrintStream(err, true, StandardCharsets.UTF_8), look),
                answers,
                exit -> {
                    code[0] = exit;
                    throw new SpringApplication.AbandonedRunException();
                });
        SpringApplication application = new SpringApplication(main);
        application.setMainApplicationClass(main);
        application.addBootstrapRegistryInitializer(
                registry -> registry.register(Console.class, InstanceSupplier.of(console)));
        try {
            application.run(arguments).close();
        } catch (SpringApplication.AbandonedRunException e) {
            return new Outcome(code[0], text(out), text(err));
        }
        return new Outcome(code[0], text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /**
     * What came of it.
     *
     * @param code the exit code, or -1 if the application started
     */
    record Outcome(int code, String out, String err) {}
}
