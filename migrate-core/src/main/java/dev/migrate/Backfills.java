package dev.migrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.backfill.BackfillControl;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillRunner;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.backfill.Workplace;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Spelling;
import dev.migrate.operation.LexicalRules;
import dev.migrate.run.HostName;
import dev.migrate.run.Prerequisites;
import dev.migrate.run.RunStop;
import dev.migrate.run.Session;
import dev.migrate.script.BackfillScripts;

/**
 * The backfills of an application: its files and its classes. Every method that asks the database opens a connection of its own and
 * closes it. Safe for use by several threads.
 */
public final class Backfills {

    private final Supplier<Session> sessions;

    private final RunStop stop;

    private final BackfillSource source;

    private final Supplier<List<BackfillDefinition>> classes;

    private volatile @Nullable List<BackfillDefinition> known;

    Backfills(
            Supplier<Session> sessions,
            RunStop stop,
            BackfillSource source,
            Supplier<List<BackfillDefinition>> classes) {
        this.sessions = sessions;
        this.stop = stop;
        this.source = source;
        this.classes = classes;
    }

    /**
     * Returns those that are defined, by name.
     *
     * @throws MigrateException if a file is wrong, or if two have the same name
     */
    public List<BackfillDefinition> definitions() {
        List<BackfillDefinition> found = known;
        if (found == null) {
            found = load();
            known = found;
        }
        return found;
    }

    private List<BackfillDefinition> load() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<BackfillDefinition> all = new ArrayList<>();
        new BackfillScripts(loader == null ? Backfills.class.getClassLoader() : loader, LexicalRules.postgresql())
                .load(source.locations())
                .forEach(script -> all.add(BackfillDefinition.of(script)));
        all.addAll(classes.get());
        Map<String, BackfillDefinition> names = new HashMap<>();
        for (BackfillDefinition definition : all) {
            BackfillDefinition other = names.putIfAbsent(definition.name(), definition);
            if (other != null) {
                throw new MigrateException(
                        "Two backfills are called " + definition.name(),
                        List.of("at " + other.origin(), "at " + definition.origin()),
                        "Call one of them otherwise.",
                        null);
            }
        }
        return all.stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    /** Returns how far each has come, those of other builds last. */
    public List<BackfillStatus> list() {
        // Whoever only reads needs no session of its own.
        return open(session -> control(session).list(definitions()));
    }

    /**
     * Returns how far one has come.
     *
     * @throws MigrateException if neither this build nor the database knows one of this name
     */
    public BackfillStatus status(String name) {
        return list().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * Begins a backfill, goes on with one that has failed, or takes part in one that runs. If it was begun by a build that defines it
     * otherwise, this definition takes the place of that one.
     *
     * @param asked asked between batches whether to stop; the end of the process and {@link Migrator#stop()} ask, too
     * @return how far it has come, which is not to its end if somebody stopped it
     * @throws MigrateException if it fails, or if it was paused or cancelled
     */
    public BackfillStatus run(String name, BackfillListener listener, BooleanSupplier asked) {
        BackfillDefinition definition = definition(name);
        return at((place, control) -> {
            switch (control.status(definition).state()) {
                case FAILED -> {
                    control.takeOver(definition);
                    control.resume(name);
                }
                case STARTING, RUNNING -> control.takeOver(definition);
                case PAUSED ->
                    throw new MigrateException(
                            "Backfill " + name + " is paused", "`migrate backfill resume " + name + "` lets it go on.");
                case CANCELLED ->
                    throw new MigrateException(
                            "Backfill " + name + " was cancelled",
                            "`migrate backfill run " + name + " --again` starts over.");
                case PENDING, FINISHED -> {}
            }
            return takePart(place, new Part(definition, listener, asked));
        });
    }

    /**
     * Takes part in a backfill if it is running or was never begun, and leaves it alone otherwise.
     *
     * @param asked asked between batches whether to stop; the end of the process and {@link Migrator#stop()} ask, too
     * @return how far it has come
     * @throws MigrateException if it fails, or is run by a build that defines it otherwise
     */
    public BackfillStatus join(String name, BackfillListener listener, BooleanSupplier asked) {
        BackfillDefinition definition = definition(name);
        return at((place, control) -> {
            BackfillStatus status = control.status(definition);
            return status.state() == BackfillState.PENDING || status.state().isActive()
                    ? takePart(place, new Part(definition, listener, asked))
                    : status;
        });
    }

    private BackfillStatus takePart(Workplace place, Part part) throws SQLException {
        // The batch under way is finished first; the end of the process waits for it.
        try (RunStop.Guard guard = stop.guard()) {
            return new BackfillRunner(place, source.run(), part.listener())
                    .run(
                            part.definition(),
                            () -> stop.isRequested() || part.asked().getAsBoolean());
        }
    }

    /** Forgets what a backfill has done, so that it begins with the first row when it is run next. */
    public void startOver(String name) {
        definition(name);
        at((place, control) -> {
            control.startOver(name);
            return true;
        });
    }

    /** Counts the rows that a run would still process. */
    public long count(String name) {
        BackfillDefinition definition = definition(name);
        return at((place, control) -> control.count(definition));
    }

    /** Counts the rows that a run would process that starts over. */
    public long countAll(String name) {
        BackfillDefinition definition = definition(name);
        return at((place, control) -> control.countAll(definition));
    }

    /** Stops a running backfill until it is resumed, in whatever process it runs. */
    public BackfillStatus pause(String name) {
        return change(name, control -> control.pause(name));
    }

    /** Lets a paused or failed backfill go on where a process takes part in it. */
    public BackfillStatus resume(String name) {
        return change(name, control -> control.resume(name));
    }

    /** Stops a backfill for good, in whatever process it runs. */
    public BackfillStatus cancel(String name) {
        return change(name, control -> control.cancel(name));
    }

    private BackfillStatus change(String name, Change change) {
        return at((place, control) -> {
            if (!control.isBegun(name)) {
                // A name that nobody knows is not one that could be begun.
                definition(name);
            }
            return change.by(control);
        });
    }

    /** Returns what revisions wait for. */
    Prerequisites prerequisites() {
        return new BackfillPrerequisites(this);
    }

    /** Returns the backfill of this name, {@code null} if there is none. */
    @Nullable BackfillDefinition find(String name) {
        return definitions().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private BackfillDefinition definition(String name) {
        BackfillDefinition found = find(name);
        if (found == null) {
            throw unknown(name);
        }
        return found;
    }

    private MigrateException unknown(String name) {
        List<String> names =
                definitions().stream().map(BackfillDefinition::name).toList();
        String near = Spelling.nearest(name, names);
        return new MigrateException(
                "There is no backfill " + name,
                names.isEmpty()
                        ? "None is defined: see db/backfills and @Backfill."
                        : near == null ? "There are: " + String.join(", ", names) : "Did you mean " + near + "?");
    }

    private <T> T at(Work<T> work) {
        return open(session -> {
            session.checkKept();
            session.settle();
            Workplace place = place(session);
            return work.at(place, control(place));
        });
    }

    private <T> T open(SessionWork<T> work) {
        try (Session session = sessions.get()) {
            try {
                return work.in(session);
            } catch (SQLException e) {
                throw session.explain(e);
            }
        }
    }

    /** Returns what tells how far backfills have come, on the connection of this session, in which it sets nothing. */
    BackfillControl control(Session session) {
        return control(place(session));
    }

    private BackfillControl control(Workplace place) {
        return new BackfillControl(place, source.run().lockTimeout());
    }

    private static Workplace place(Session session) {
        String owner = Objects.requireNonNullElse(HostName.get(), "localhost") + "/"
                + ProcessHandle.current().pid() + "/" + Thread.currentThread().getId();
        return new Workplace(
                session.connection(), session.dialect(), session.books().schema(), owner);
    }

    @FunctionalInterface
    private interface SessionWork<T> {
        T in(Session session) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T at(Workplace place, BackfillControl control) throws SQLException;
    }

    /**
     * What one process takes part in.
     *
     * @param asked asked between batches whether to stop
     */
    private record Part(BackfillDefinition definition, BackfillListener listener, BooleanSupplier asked) {}

    @FunctionalInterface
    private interface Change {
        BackfillStatus by(BackfillControl control) throws SQLException;
    }
}
