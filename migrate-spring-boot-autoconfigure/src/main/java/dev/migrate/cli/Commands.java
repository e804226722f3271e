package dev.migrate.cli;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** All commands, and the options that every one of them takes. */
@Command(
        synopsisSubcommandLabel = "COMMAND",
        description = "Brings the schema of the database to a revision, and tells where it stands.",
        versionProvider = CommandVersion.class,
        footer = {
            "",
            "An option --name=value whose name has a dot is the application's, as in",
            "--spring.profiles.active=staging.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a check does not hold, 4 locked out."
        })
final class Commands {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show the options of a command.")
    boolean help;

    @Option(names = "--version", versionHelp = true, scope = ScopeType.INHERIT, description = "Show the version.")
    boolean version;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where a failure comes from.")
    boolean stacktrace;

    /** Returns every command; a new one is a class and a line here. */
    static List<MigrateCommand> builtIn() {
        return List.of(
                new StatusCommand(),
                new CurrentCommand(),
                new HeadsCommand(),
                new BranchesCommand(),
                new HistoryCommand(),
                new ShowCommand(),
                new EditCommand(),
                new InitCommand(),
                new EnsureVersionCommand(),
                new UpgradeCommand(),
                new DowngradeCommand(),
                new StampCommand(),
                new RevisionCommand(),
                new MergeCommand(),
                new CheckCommand(),
                new LintCommand(),
                new ResolveCommand(),
                new BackfillCommand());
    }

    /** Returns the parser of a command line that begins with this word. */
    static CommandLine parser(String word) {
        CommandLine parser = new CommandLine(new Commands());
        parser.setCommandName(word);
        builtIn().forEach(parser::addSubcommand);
        parser.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        parser.setUsageHelpAutoWidth(false);
        parser.setUsageHelpWidth(100);
        return parser;
    }
}
