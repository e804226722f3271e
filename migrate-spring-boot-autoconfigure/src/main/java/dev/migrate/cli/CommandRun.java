package dev.migrate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One command from its arguments to its exit code. */
final class CommandRun {

    private final Invocation invocation;

    private final Console console;

    private final SlimContext context;

    CommandRun(Invocation invocation, Console console, SlimContext context) {
        this.invocation = invocation;
        this.console = console;
        this.context = context;
    }

    int run() {
        CommandLine parser = Commands.parser(invocation.word());
        StringWriter help = new StringWriter();
        parser.setOut(new PrintWriter(help, true));
        ParseResult parsed;
        try {
            List<String> arguments = SignedArguments.last(invocation.arguments(), parser);
            parsed = parser.parseArgs(arguments.toArray(String[]::new));
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                console.out().part(help.toString());
                return helped;
            }
        } catch (ParameterException e) {
            return wrongUsage(e);
        }
        return run(parsed, parser);
    }

    private int run(ParseResult parsed, CommandLine parser) {
        if (!parsed.hasSubcommand()) {
            console.err().part(parser.getUsageMessage());
            return ExitCode.USAGE;
        }
        CommandLine command = parsed.subcommand().commandSpec().commandLine();
        Failures failures = new Failures(console.err(), context);
        boolean stacktrace =
                parsed.hasMatchedOption("--stacktrace") || parsed.subcommand().hasMatchedOption("--stacktrace");
        try (context) {
            return ((MigrateCommand) command.getCommand()).run(new Session(context, console));
        } catch (UsageException e) {
            return wrongUsage(new ParameterException(command, e.getMessage()));
        } catch (Throwable e) {
            return failures.report(e, stacktrace);
        }
    }

    private int wrongUsage(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        Channel err = console.err();
        err.line(err.paint(Colour.BAD, "FAILED:") + " " + failure.getMessage());
        List<String> suggestions =
                failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String guess = suggestions.isEmpty() ? "" : "Did you mean " + String.join(" or ", suggestions) + "? ";
        err.line("  Hint: " + guess + "`" + command + " --help` shows what can be typed.");
        return ExitCode.USAGE;
    }
}
