package dev.migrate;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import dev.migrate.run.Session;
import dev.migrate.script.BackfillScripts;

/**
 * The backfills of an application: its files and its classes. Every method opens a connection of its own and closes it; where none is
 * defined, none is opened. Safe for use by several threads.
 */
public final class Backfills implements Prerequisites {

    private final Supplier<Session> sessions;

    private final BackfillSource source;

    private final Supplier<List<BackfillDefinition>> classes;

    private volatile @Nullable List<BackfillDefinition> known;

    Backfills(Supplier<Session> sessions, BackfillSource source, Supplier<List<BackfillDefinition>> classes) {
        this.sessions = sessions;
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
            found = find();
            known = found;
        }
        return found;
    }

    private List<BackfillDefinition> find() {
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
        return at(place -> new BackfillControl(place).list(definitions()));
    }

    /**
     * Begins a backfill, goes on with one that has failed, or takes part in one that runs.
     *
     * @param stop asked between batches whether to stop
     * @return how far it has come, which is not to its end if somebody stopped it
     * @throws MigrateException if it fails, or if it was paused or cancelled
     */
    public BackfillStatus run(String name, BackfillListener listener, BooleanSupplier stop) {
        BackfillDefinition definition = definition(name);
        return at(place -> {
            BackfillControl control = new BackfillControl(place);
            BackfillState state = control.list(List.of(definition)).get(0).state();
            switch (state) {
                case FAILED -> control.resume(name);
                case PAUSED ->
                    throw new MigrateException(
                            "Backfill " + name + " is paused", "`migrate backfill resume " + name + "` lets it go on.");
                case CANCELLED ->
                    throw new MigrateException(
                            "Backfill " + name + " was cancelled",
                            "`migrate backfill run " + name + " --again` starts over.");
                default -> {}
            }
            return new BackfillRunner(place, source.run(), listener).run(definition, stop);
        });
    }

    /**
     * Takes part in a backfill if it is running or was never begun, and leaves it alone otherwise.
     *
     * @param stop asked between batches whether to stop
     * @return how far it has come
     */
    public BackfillStatus join(String name, BackfillListener listener, BooleanSupplier stop) {
        BackfillDefinition definition = definition(name);
        return at(place -> {
            BackfillStatus status =
                    new BackfillControl(place).list(List.of(definition)).get(0);
            return status.state() == BackfillState.PENDING || status.state().isActive()
                    ? new BackfillRunner(place, source.run(), listener).run(definition, stop)
                    : status;
        });
    }

    /** Forgets what a backfill has done, so that it begins with the first row when it is run next. */
    public void startOver(String name) {
        definition(name);
        at(place -> {
            new BackfillControl(place).startOver(name);
            return true;
        });
    }

    /** Counts the rows that a run would still process. */
    public long count(String name) {
        BackfillDefinition definition = definition(name);
        return at(place -> new BackfillControl(place).count(definition));
    }

    /** Stops a running backfill until it is resumed, in whatever process it runs. */
    public BackfillStatus pause(String name) {
        return at(place -> new BackfillControl(place).pause(name));
    }

    /** Lets a paused or failed backfill go on where a process takes part in it. */
    public BackfillStatus resume(String name) {
        return at(place -> new BackfillControl(place).resume(name));
    }

    /** Stops a backfill for good, in whatever process it runs. */
    public BackfillStatus cancel(String name) {
        return at(place -> new BackfillControl(place).cancel(name));
    }

    @Override
    public Map<String, String> unmet(Session session, Collection<String> names) throws SQLException {
        Map<String, String> unmet = new LinkedHashMap<>();
        if (!session.dialect().sharesBackfills()) {
            names.forEach(
                    name -> unmet.put(name, "cannot run on " + session.dialect().name()));
            return unmet;
        }
        BackfillControl control = new BackfillControl(place(session));
        for (String name : names) {
            List<BackfillDefinition> own = definitions().stream()
                    .filter(definition -> definition.name().equals(name))
                    .toList();
            String why = control.unfinished(name, own.isEmpty() ? null : own.get(0));
            if (why != null) {
                unmet.put(name, why);
            }
        }
        return unmet;
    }

    /** Returns the backfill of this name. */
    private BackfillDefinition definition(String name) {
        for (BackfillDefinition definition : definitions()) {
            if (definition.name().equals(name)) {
                return definition;
            }
        }
        List<String> names =
                definitions().stream().map(BackfillDefinition::name).toList();
        String near = Spelling.nearest(name, names);
        throw new MigrateException(
                "There is no backfill " + name,
                names.isEmpty()
                        ? "None is defined: see db/backfills and @Backfill."
                        : near == null ? "There are: " + String.join(", ", names) : "Did you mean " + near + "?");
    }

    private <T> T at(Work<T> work) {
        try (Session session = sessions.get()) {
            try {
                return work.at(place(session));
            } catch (SQLException e) {
                throw session.explain(e);
            }
        }
    }

    private static Workplace place(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            for (String setting : session.dialect().sessionSettings(session.surroundings())) {
                statement.execute(setting);
            }
        }
        String owner = Objects.requireNonNullElse(HostName.get(), "localhost") + "/"
                + ProcessHandle.current().pid() + "/" + Thread.currentThread().getId();
        return new Workplace(
                session.connection(), session.dialect(), session.books().schema(), owner);
    }

    @FunctionalInterface
    private interface Work<T> {
        T at(Workplace place) throws SQLException;
    }
}
