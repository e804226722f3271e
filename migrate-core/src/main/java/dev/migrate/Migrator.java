package dev.migrate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.ComparisonRequest;
import dev.migrate.autogenerate.OnlineStep;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.trace.TracedStatement;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionRange;
import dev.migrate.revision.Target;
import dev.migrate.run.Bookkeeper;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationRunner;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.Resolution;
import dev.migrate.run.RunControl;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;
import dev.migrate.run.RunSettings;
import dev.migrate.run.RunStop;
import dev.migrate.run.ServerWait;
import dev.migrate.run.Session;
import dev.migrate.run.SqlPrinter;
import dev.migrate.run.StatusReader;
import dev.migrate.run.WhenAhead;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/**
 * The front door: start-up, command line and endpoint all come in here.
 *
 * <pre>{@code
 * Migrator migrator = new Migrator(MigrateSettings.defaults(), dataSource);
 * migrator.upgrade(Target.heads());
 * }</pre>
 *
 * <p>Every method opens a connection of its own where it needs one and closes it; the scripts are read once. Failures are
 * {@link dev.migrate.error.MigrateException}s. An instance may be used by several threads.
 */
public final class Migrator {

    private final MigrateSettings settings;

    private final DataSource dataSource;

    private final Extensions extensions;

    private final Dialects dialects;

    private final AssumedDialect assumed;

    private final RunListener listener;

    private final LoadedScripts scripts;

    private final ScriptSessions sessions;

    /** Those of runs and of start-up, which may wait for the server. */
    private final ScriptSessions runs;

    private final RunStop stop = new RunStop();

    private final Backfills backfills;

    /** Creates a migrator that tells nobody what it does. */
    public Migrator(MigrateSettings settings, DataSource dataSource) {
        this(settings, dataSource, Extensions.none());
    }

    /**
     * Creates a migrator.
     *
     * @param dataSource gives physical connections: the lock is held on one while it works
     * @param ownDialects asked before the built-in ones
     * @param listeners told what runs do, in this order
     */
    public Migrator(
            MigrateSettings settings, DataSource dataSource, List<Dialect> ownDialects, List<RunListener> listeners) {
        this(settings, dataSource, new Extensions(ownDialects, listeners, List::of));
    }

    /**
     * Creates a migrator.
     *
     * @param dataSource gives physical connections: the lock is held on one while it works
     * @param extensions what the application adds, Java revisions among others
     */
    public Migrator(MigrateSettings settings, DataSource dataSource, Extensions extensions) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.extensions = extensions;
        this.dialects = new Dialects(extensions.dialects());
        this.assumed = new AssumedDialect(dialects, extensions.url(), dataSource);
        this.scripts = new LoadedScripts(settings.locations(), extensions.revisions());
        this.listener = new Listeners(extensions.listeners());
        Supplier<Session> opening = this::open;
        this.sessions = new ScriptSessions(opening, null, scripts, assumed);
        this.runs = runs(opening);
        this.backfills = new Backfills(opening, stop, settings.backfills(), extensions.backfills());
    }

    /** Returns one that does the same to another database, such as that of a test; it reads the scripts anew. */
    public Migrator on(DataSource other) {
        return new Migrator(settings, other, extensions.withUrl(() -> null));
    }

    /** Returns what this migrator was configured with. */
    public MigrateSettings settings() {
        return settings;
    }

    /** Returns all scripts, read at the first call. */
    public ScriptDirectory scripts() {
        return scripts.get().directory(assumed.get().lexicalRules());
    }

    /** Tells whether there are no scripts at all; they are not looked into for it. */
    public boolean isEmpty() {
        return scripts.get().isEmpty();
    }

    /** Returns the batched data migrations; nothing is read before they are asked for. */
    public Backfills backfills() {
        return backfills;
    }

    /** Returns the planner over the graph of the scripts. */
    public Planner planner() {
        return new Planner(scripts().graph());
    }

    /** Returns where the database stands, without taking the lock or writing; at most three round trips where it is up to date. */
    public MigrationStatus status() {
        return status(sessions);
    }

    /** Returns the same, and waits like a run for a server that cannot be reached, see {@link RunSettings#connectWait()}. */
    public MigrationStatus awaitStatus() {
        return status(runs);
    }

    private MigrationStatus status(ScriptSessions opened) {
        return opened.with(
                (session, known) -> new StatusReader(known, backfills.prerequisites()).status(session),
                upToDate -> upToDate);
    }

    /** Returns where the database stands, revision by revision; no lock, no write. */
    public MigrationOverview overview() {
        return sessions.with((session, known, contents) ->
                new StatusReader(known, backfills.prerequisites()).overview(session, contents));
    }

    /** Returns the rows of the version table; the scripts are not needed for it. */
    public Heads current() {
        try (Session session = open()) {
            try {
                return session.heads();
            } catch (SQLException e) {
                throw session.explain(e);
            }
        }
    }

    /** Returns what a run would do, after all its checks; nothing is touched. */
    public Plan plan(Direction direction, Target target) {
        return sessions.with((session, known) -> runner(known, listener).plan(session, direction, target));
    }

    /** Upgrades to the target; refuses where the database is ahead of this build. */
    public RunReport upgrade(Target target) {
        return upgrade(target, WhenAhead.FAIL);
    }

    /** Upgrades to the target. */
    public RunReport upgrade(Target target, WhenAhead whenAhead) {
        return runs.with(
                (session, known) -> runner(known, lintRuns().before(session, known, listener))
                        .run(session, Direction.UPGRADE, target, whenAhead),
                upToDate -> target.equals(Target.heads()) ? RunReport.untouched(upToDate) : null);
    }

    /** Downgrades to the target. */
    public RunReport downgrade(Target target) {
        return runs.with(
                (session, known) -> runner(known, listener).run(session, Direction.DOWNGRADE, target, WhenAhead.FAIL));
    }

    /** Ends runs and backfills under way in other threads at their next safe point, see {@link RunStop}; none begins afterwards. */
    public void stop() {
        stop.request();
    }

    /** Sets the rows without running anything, and returns them. */
    public Heads stamp(List<Target> targets) {
        return sessions.with((session, known) -> bookkeeper(known).stamp(session, targets));
    }

    /** Forgets all rows, also those that this build does not know, and sets them anew. */
    public Heads purgeAndStamp(List<Target> targets) {
        return sessions.with((session, known) -> bookkeeper(known).purgeAndStamp(session, targets));
    }

    /** Creates the tables of the books where they are missing. */
    public void ensureVersion() {
        sessions.with((session, known) -> {
            bookkeeper(known).ensureVersion(session);
            return true;
        });
    }

    /**
     * Records what a person has found out about a revision.
     *
     * @param revision id, prefix or label
     * @return one line that says what the next run will do
     */
    public String resolve(String revision, Resolution resolution) {
        return sessions.with((session, known) -> bookkeeper(known).resolve(session, revision, resolution));
    }

    /**
     * Prints a run as SQL for the database's own client.
     *
     * @param from the heads to start from, or {@code null} to ask the database; unasked, it is that of the URL, or PostgreSQL
     */
    public void printRun(Direction direction, Target target, @Nullable Heads from, Appendable out) {
        printing(from, out, (printer, start) -> printer.run(direction, target, start, backfills.prerequisites()));
    }

    /** Prints a stamp as SQL for the database's own client; {@code from} is that of {@link #printRun}. */
    public void printStamp(List<Target> targets, @Nullable Heads from, Appendable out) {
        printing(from, out, (printer, start) -> printer.stamp(targets, start));
    }

    /** Prints the creation of the tables as SQL. */
    public void printEnsureVersion(Appendable out) {
        printing(Heads.none(), out, (printer, start) -> printer.ensureVersion());
    }

    /**
     * Returns what would have to change for the database to be what the model says; nothing is changed, no lock is taken.
     *
     * @throws MigrateException if there is no model, or if the database is not at the heads
     */
    public Proposal check() {
        return sessions.with((session, known) -> new ModelComparison(
                        extensions.autogeneration().get(), known)
                .propose(session, ComparisonRequest.usual()));
    }

    /**
     * Writes revisions that make the database what the model says, if they differ.
     *
     * @param comparison how the two are compared
     * @throws MigrateException if there is no model, or if the database is not at the heads
     */
    public GeneratedRevision generateRevision(RevisionRequest request, ComparisonRequest comparison) {
        sourceScripts().checkBuilt(scripts());
        return sessions.with((session, known) -> {
            Proposal proposal =
                    new ModelComparison(extensions.autogeneration().get(), known).propose(session, comparison);
            if (proposal.isEmpty()) {
                return new GeneratedRevision(proposal, List.of());
            }
            List<RevisionScript> written = new NewScripts(
                            settings, known, session.dialect().lexicalRules())
                    .revisions(request, OnlineStep.of(proposal, comparison.form()), session.dialect());
            scripts.forget();
            return new GeneratedRevision(proposal, written);
        });
    }

    /** Returns what lint finds in the revisions that are pending; no lock, no write. */
    public LintReport lint() {
        return sessions.with((session, known) -> lintRuns().pending(session, known));
    }

    /** Returns what lint finds in a part of the history; the database is asked only if the part counts from what is applied. */
    public LintReport lint(RevisionRange range) {
        Heads heads = range.namesCurrent() ? current() : Heads.none();
        return lintRuns().range(scripts(), planner().history(range, heads), assumed.get());
    }

    /**
     * Runs what is pending on a copy of the database and returns what each statement cost there.
     *
     * @param copy an empty database, in which everything applied is run first, or a copy at the same heads; it is not rolled back
     */
    public List<TracedStatement> trace(DataSource copy) {
        Supplier<Session> there =
                () -> Session.open(copy, dialects, settings.run().books());
        return sessions.with((session, known) -> lintRuns().trace(session, known, there));
    }

    /** Writes a new empty revision and returns it. */
    public RevisionScript newRevision(RevisionRequest request) {
        return written(newScripts().revision(request));
    }

    /** Writes a revision that joins others and returns it. */
    public RevisionScript merge(MergeRequest request) {
        return written(newScripts().merge(request));
    }

    /** Writes the first revision of an application that has none. */
    public RevisionScript init() {
        return written(newScripts().first());
    }

    /** Returns the scripts that the source directory has and this build lacks; none where there is no such directory. */
    public List<RevisionScript> unbuilt() {
        return sourceScripts().unbuilt(scripts());
    }

    private SourceScripts sourceScripts() {
        return new SourceScripts(settings.sourceDirectory(), assumed);
    }

    private LintRuns lintRuns() {
        return new LintRuns(extensions.linting().get());
    }

    private NewScripts newScripts() {
        sourceScripts().checkBuilt(scripts());
        return new NewScripts(settings, scripts(), assumed.get().lexicalRules());
    }

    private RevisionScript written(RevisionScript script) {
        scripts.forget();
        return script;
    }

    private MigrationRunner runner(ScriptDirectory known, RunListener told) {
        return new MigrationRunner(known, settings.run(), told, new RunControl(stop, backfills.prerequisites()));
    }

    private Bookkeeper bookkeeper(ScriptDirectory known) {
        return new Bookkeeper(known, settings.run(), listener);
    }

    private void printing(@Nullable Heads from, Appendable out, Printing work) {
        if (from == null) {
            sessions.with((session, known) -> {
                work.print(new SqlPrinter(known, settings.run(), session, out), session.heads());
                return true;
            });
            return;
        }
        try (Session session = Session.offline(assumed.get(), settings.run().books())) {
            work.print(new SqlPrinter(scripts(), settings.run(), session, out), from);
        } catch (SQLException e) {
            throw new IllegalStateException("Printing asks no database", e);
        }
    }

    private ScriptSessions runs(Supplier<Session> opening) {
        Duration patience = settings.run().connectWait();
        return patience.isZero()
                ? sessions
                : new ScriptSessions(opening, new ServerWait(patience, listener, stop), scripts, assumed);
    }

    private Session open() {
        Session session = Session.open(dataSource, dialects, settings.run().books());
        assumed.saw(session.dialect());
        return session;
    }

    private interface Printing {
        void print(SqlPrinter printer, Heads from) throws SQLException;
    }
}
