package dev.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Target;
import dev.migrate.run.Bookkeeper;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationRunner;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.Resolution;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;
import dev.migrate.run.Session;
import dev.migrate.run.SqlPrinter;
import dev.migrate.run.StatusReader;
import dev.migrate.run.WhenAhead;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

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

    private final List<Dialect> ownDialects;

    private final Supplier<List<RevisionClass>> revisions;

    private final RunListener listener;

    private final ReentrantLock loading = new ReentrantLock();

    private volatile @Nullable ScriptDirectory scripts;

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
        this.ownDialects = extensions.dialects();
        this.revisions = extensions.revisions();
        this.listener = new Listeners(extensions.listeners());
    }

    /** Returns what this migrator was configured with. */
    public MigrateSettings settings() {
        return settings;
    }

    /** Returns all scripts, read at the first call. */
    public ScriptDirectory scripts() {
        ScriptDirectory known = scripts;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            known = scripts;
            if (known == null) {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                known = new ScriptLoader(loader == null ? Migrator.class.getClassLoader() : loader)
                        .load(settings.locations(), revisions.get());
                scripts = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    /** Returns the planner over the graph of the scripts. */
    public Planner planner() {
        return new Planner(scripts().graph());
    }

    /** Returns where the database stands; at most three round trips, no lock, no write. */
    public MigrationStatus status() {
        StatusReader reader = new StatusReader(scripts());
        return inSession(reader::status);
    }

    /** Returns where the database stands, revision by revision; no lock, no write. */
    public MigrationOverview overview() {
        StatusReader reader = new StatusReader(scripts());
        return inSession(reader::overview);
    }

    /** Returns the rows of the version table; the scripts are not needed for it. */
    public Heads current() {
        return inSession(Session::heads);
    }

    /** Returns what a run would do, after all its checks; nothing is touched. */
    public Plan plan(Direction direction, Target target) {
        MigrationRunner runner = runner();
        return inSession(session -> runner.plan(session, direction, target));
    }

    /** Upgrades to the target; refuses where the database is ahead of this build. */
    public RunReport upgrade(Target target) {
        return upgrade(target, WhenAhead.FAIL);
    }

    /** Upgrades to the target. */
    public RunReport upgrade(Target target, WhenAhead whenAhead) {
        MigrationRunner runner = runner();
        return inSession(session -> runner.run(session, Direction.UPGRADE, target, whenAhead));
    }

    /** Downgrades to the target. */
    public RunReport downgrade(Target target) {
        MigrationRunner runner = runner();
        return inSession(session -> runner.run(session, Direction.DOWNGRADE, target, WhenAhead.FAIL));
    }

    /** Sets the rows without running anything, and returns them. */
    public Heads stamp(List<Target> targets) {
        Bookkeeper keeper = bookkeeper();
        return inSession(session -> keeper.stamp(session, targets));
    }

    /** Forgets all rows, also those that this build does not know, and sets them anew. */
    public Heads purgeAndStamp(List<Target> targets) {
        Bookkeeper keeper = bookkeeper();
        return inSession(session -> keeper.purgeAndStamp(session, targets));
    }

    /** Creates the tables of the books where they are missing. */
    public void ensureVersion() {
        Bookkeeper keeper = bookkeeper();
        inSession(session -> {
            keeper.ensureVersion(session);
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
        Bookkeeper keeper = bookkeeper();
        return inSession(session -> keeper.resolve(session, revision, resolution));
    }

    /**
     * Prints a run as SQL for psql.
     *
     * @param from the heads to start from, or {@code null} to ask the database
     */
    public void printRun(Direction direction, Target target, @Nullable Heads from, Appendable out) {
        printing(from, out, (printer, start) -> printer.run(direction, target, start));
    }

    /**
     * Prints a stamp as SQL for psql.
     *
     * @param from the heads to start from, or {@code null} to ask the database
     */
    public void printStamp(List<Target> targets, @Nullable Heads from, Appendable out) {
        printing(from, out, (printer, start) -> printer.stamp(targets, start));
    }

    /** Prints the creation of the tables as SQL. */
    public void printEnsureVersion(Appendable out) {
        printing(Heads.none(), out, (printer, start) -> printer.ensureVersion());
    }

    /** Writes a new empty revision and returns it. */
    public RevisionScript newRevision(RevisionRequest request) {
        return written(new NewScripts(settings, scripts()).revision(request));
    }

    /** Writes a revision that joins others and returns it. */
    public RevisionScript merge(MergeRequest request) {
        return written(new NewScripts(settings, scripts()).merge(request));
    }

    /** Writes the first revision of an application that has none. */
    public RevisionScript init() {
        return written(new NewScripts(settings, scripts()).first());
    }

    private RevisionScript written(RevisionScript script) {
        scripts = null;
        return script;
    }

    private MigrationRunner runner() {
        return new MigrationRunner(scripts(), settings.run(), listener);
    }

    private Bookkeeper bookkeeper() {
        return new Bookkeeper(scripts(), settings.run(), listener);
    }

    private void printing(@Nullable Heads from, Appendable out, Printing work) {
        ScriptDirectory known = scripts();
        if (from == null) {
            inSession(session -> {
                work.print(new SqlPrinter(known, settings.run(), session, out), session.heads());
                return true;
            });
            return;
        }
        Dialect dialect = ownDialects.isEmpty() ? Dialects.builtIn().get(0) : ownDialects.get(0);
        try (Session session = Session.offline(dialect, settings.run().books())) {
            work.print(new SqlPrinter(known, settings.run(), session, out), from);
        } catch (SQLException e) {
            throw new IllegalStateException("Printing asks no database", e);
        }
    }

    private <T> T inSession(Work<T> work) {
        try (Session session = Session.open(
                dataSource, new Dialects(ownDialects), settings.run().books())) {
            try {
                return work.in(session);
            } catch (SQLException e) {
                throw session.explain(e);
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Session session) throws SQLException;
    }

    @FunctionalInterface
    private interface Printing {
        void print(SqlPrinter printer, Heads from) throws SQLException;
    }
}
