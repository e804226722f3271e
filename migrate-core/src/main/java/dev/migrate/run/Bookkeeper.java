package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Changes the books without running a script: stamps, creates the tables, settles what was interrupted. */
public final class Bookkeeper {

    private final ScriptDirectory scripts;

    private final RunSettings settings;

    private final RunListener listener;

    /** Keeps the books for these scripts. */
    public Bookkeeper(ScriptDirectory scripts, RunSettings settings, RunListener listener) {
        this.scripts = scripts;
        this.settings = settings;
        this.listener = listener;
    }

    /** Creates the tables where they are missing. */
    public void ensureVersion(Session session) throws SQLException {
        if (session.surroundings().versionTable() && session.surroundings().historyTable()) {
            return;
        }
        try (RunLock lock = RunLock.acquire(session, settings, listener, new RunStop())) {
            new BookWriter(session.refreshed(lock)).create();
        }
    }

    /** Sets the rows to what the targets say, and returns them. */
    public Heads stamp(Session session, List<Target> targets) throws SQLException {
        return stamp(session, targets, false);
    }

    /** Forgets all rows, known or not, and then stamps. */
    public Heads purgeAndStamp(Session session, List<Target> targets) throws SQLException {
        return stamp(session, targets, true);
    }

    private Heads stamp(Session opened, List<Target> targets, boolean purge) throws SQLException {
        Planner planner = new Planner(scripts.graph());
        planner.stamp(purge ? Heads.none() : new Books(opened).read().heads(), targets);
        try (RunLock lock = RunLock.acquire(opened, settings, listener, new RunStop())) {
            new BookWriter(opened.refreshed(lock)).create();
            Session session = opened.refreshed(lock);
            Heads rows = new Books(session).read().heads();
            Heads to = planner.stamp(purge ? Heads.none() : rows, targets);
            List<SqlStatement> statements = BookWriter.stamp(session, settings, scripts, rows, to);
            if (!statements.isEmpty()) {
                new BookWriter(session).write(statements);
            }
            return to;
        }
    }

    /**
     * Records what a person has found out.
     *
     * @return one line that says what the next run will do
     */
    public String resolve(Session opened, String symbol, Resolution resolution) throws SQLException {
        String id = scripts.graph().resolve(symbol).id();
        try (RunLock lock = RunLock.acquire(opened, settings, listener, new RunStop())) {
            Session session = opened.refreshed(lock);
            MigrationStatus status = new StatusReader(scripts).statusUnderLock(session);
            return resolution == Resolution.ACCEPT_CHECKSUM
                    ? acceptChecksum(session, status, id)
                    : settle(session, status, id, resolution);
        }
    }

    private String acceptChecksum(Session session, MigrationStatus status, String id) throws SQLException {
        if (!status.modified().contains(id)) {
            throw new MigrateException(
                    "The script of revision " + id + " has not changed since it was applied", "Nothing to accept.");
        }
        Books books = new Books(session);
        Set<String> accepted = new LinkedHashSet<>(List.of(id));
        if (status.modified().size() == 1) {
            // Everything is as recorded again, so the heads' hashes may say so: the next start need not read the
            // history.
            status.current().ids().stream().filter(scripts.graph()::contains).forEach(accepted::add);
        }
        List<SqlStatement> statements = new ArrayList<>();
        for (String revision : accepted) {
            HistoryEntry entry = HistoryEntry.of("resolved", Direction.UPGRADE, revision, status.current());
            statements.add(books.record(
                    entry.hashes(scripts.script(revision).checksum(), scripts.nodeHash(revision)),
                    settings.application()));
        }
        new BookWriter(session).write(statements);
        return "The script of revision " + id + " is accepted as it is.";
    }

    private String settle(Session session, MigrationStatus status, String id, Resolution resolution)
            throws SQLException {
        Incomplete open = Stream.concat(status.incomplete().stream(), status.interrupted().stream())
                .filter(incomplete -> incomplete.revision().equals(id))
                .findFirst()
                .orElseThrow(() -> new MigrateException(
                        "Revision " + id + " is not interrupted", "`migrate status` shows what needs `resolve`."));
        RevisionScript script = scripts.script(id);
        int next = resolution == Resolution.APPLIED ? open.statement() + 1 : open.statement();
        Books books = new Books(session);
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(books.record(
                HistoryEntry.of("resolved", open.direction(), id, status.current())
                        .at(next)
                        .hashes(script.checksum(), null),
                settings.application()));
        boolean complete = next > open.statements();
        if (complete) {
            Step step = step(status.current(), id, open.direction());
            statements.addAll(new StepStatements(scripts, session, settings).end(step, script, books.startOf(id)));
        }
        new BookWriter(session).write(statements);
        String done = open.direction() == Direction.UPGRADE ? "applied" : "reverted";
        return complete
                ? "Revision " + id + " is recorded as " + done + "."
                : "The next run goes on with statement " + next + " of " + open.statements() + " of revision " + id
                        + ".";
    }

    /** The step that was interrupted, as the graph sees it from the rows of now. */
    private Step step(Heads current, String id, Direction direction) {
        Planner planner = new Planner(scripts.graph());
        List<Step> steps = direction == Direction.UPGRADE
                ? planner.upgrade(current, Target.parse(id)).steps()
                : planner.downgrade(current, Target.parse(id + "-1")).steps();
        return steps.stream()
                .filter(step -> step.revision().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MigrateException(
                        "The version table has changed since revision " + id + " was interrupted",
                        "Set it right with `migrate stamp`."));
    }
}
