package dev.migrate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.Backfills;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.Spelling;

/** Lists batched data migrations, runs them, and stops them in whatever process they run. */
@Command(name = "backfill", description = "List, run and stop batched data migrations.")
final class BackfillCommand implements MigrateCommand {

    @Parameters(index = "0", paramLabel = "ACTION", description = "list, run, pause, resume or cancel.")
    String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The backfill; list and run take all of them without it.")
    @Nullable String name;

    @Option(names = "--again", description = "run: start over with the first row.")
    boolean again;

    @Option(
            names = "--dry-run",
            description = "run: count the rows that are left, or with --again all, and change nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        if ((again || dryRun) && !action.equals("run")) {
            throw new UsageException("--again and --dry-run belong to `backfill run`");
        }
        Backfills backfills = session.migrator().backfills();
        switch (action) {
            case "list" -> list(session, backfills);
            case "run" -> {
                return run(session, backfills);
            }
            case "pause" -> changed(session, backfills.pause(named()), "It stops within one batch.");
            case "resume" ->
                changed(
                        session,
                        backfills.resume(named()),
                        "Processes that take part in it go on; without one, `migrate backfill run " + named()
                                + "` does.");
            case "cancel" -> changed(session, backfills.cancel(named()), "What was committed stays.");
            default -> throw new UsageException("'" + action + "' is none of list, run, pause, resume, cancel");
        }
        return ExitCode.DONE;
    }

    private String named() {
        if (name == null) {
            throw new UsageException("`backfill " + action + "` needs the name of a backfill");
        }
        return name;
    }

    private void list(Session session, Backfills backfills) {
        List<BackfillStatus> statuses = name == null ? backfills.list() : List.of(backfills.status(name));
        if (json) {
            Json.write(session.out(), statuses.stream().map(BackfillLines::json).toList());
        } else if (statuses.isEmpty()) {
            session.out().line("There are no backfills.");
        } else {
            new BackfillLines(session.out()).list(statuses);
        }
    }

    private int run(Session session, Backfills backfills) {
        List<String> names = name == null ? unfinished(backfills) : List.of(name);
        if (dryRun) {
            count(session, backfills, names);
            return ExitCode.DONE;
        }
        List<BackfillStatus> ends = new ArrayList<>();
        for (String each : names) {
            if (again) {
                backfills.startOver(each);
            }
            BackfillStatus end = backfills.run(each, new BackfillProgress(session.err()), () -> false);
            ends.add(end);
            if (end.state().isActive()) {
                // This process is to end.
                break;
            }
        }
        if (json) {
            Json.write(session.out(), ends.stream().map(BackfillLines::json).toList());
        } else if (ends.isEmpty()) {
            session.out().line("Nothing to do.");
        } else {
            ends.forEach(end -> session.out().line(BackfillLines.end(end)));
        }
        return ends.stream().allMatch(end -> end.state() == BackfillState.FINISHED)
                ? ExitCode.DONE
                : ExitCode.CHECK_FAILED;
    }

    private void count(Session session, Backfills backfills, List<String> names) {
        List<Map<String, Object>> counts = new ArrayList<>();
        for (String each : names) {
            long rows = again ? backfills.countAll(each) : backfills.count(each);
            Map<String, Object> count = new LinkedHashMap<>();
            count.put("name", each);
            count.put("rows", rows);
            counts.add(count);
            if (!json) {
                session.out().line("Backfill " + each + " would process " + Spelling.count(rows, "row") + ".");
            }
        }
        if (json) {
            Json.write(session.out(), counts);
        } else if (names.isEmpty()) {
            session.out().line("Nothing to do.");
        }
    }

    private List<String> unfinished(Backfills backfills) {
        if (again) {
            throw new UsageException("`backfill run --again` needs the name of a backfill");
        }
        List<String> defined =
                backfills.definitions().stream().map(BackfillDefinition::name).toList();
        return defined.isEmpty()
                ? defined
                : backfills.list().stream()
                        .filter(status -> defined.contains(status.name()))
                        .filter(status -> !status.state().isOver())
                        .map(BackfillStatus::name)
                        .toList();
    }

    private void changed(Session session, BackfillStatus status, String then) {
        if (json) {
            Json.write(session.out(), BackfillLines.json(status));
        } else {
            session.out().advice("Backfill " + status.name() + " is " + status.state() + ". " + then);
        }
    }
}
