package dev.migrate;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Autogeneration;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.dialect.Dialect;
import dev.migrate.lint.Linting;
import dev.migrate.run.RunListener;
import dev.migrate.script.RevisionClass;

/**
 * What an application adds to a migrator.
 *
 * @param dialects asked before the built-in ones
 * @param listeners told what runs do, in this order
 * @param revisions finds the revisions that are written in Java, each time when the scripts are loaded
 * @param autogeneration gives what revisions are generated from, and how, when somebody compares
 * @param url gives the JDBC URL of the database without connecting, or {@code null} if nobody knows it
 * @param linting gives what revisions should not do, and what a run does about it, when there is something to do
 * @param backfills finds the backfills that are written in Java, when they are needed
 */
public record Extensions(
        List<Dialect> dialects,
        List<RunListener> listeners,
        Supplier<List<RevisionClass>> revisions,
        Supplier<Autogeneration> autogeneration,
        Supplier<@Nullable String> url,
        Supplier<Linting> linting,
        Supplier<List<BackfillDefinition>> backfills) {

    /** Copies the lists. */
    public Extensions {
        dialects = List.copyOf(dialects);
        listeners = List.copyOf(listeners);
    }

    /** Creates extensions without a model, rules and backfills. */
    public Extensions(List<Dialect> dialects, List<RunListener> listeners, Supplier<List<RevisionClass>> revisions) {
        this(
                dialects,
                listeners,
                revisions,
                () -> Autogeneration.of(ModelSource.none()),
                () -> null,
                Linting::off,
                List::of);
    }

    /** Returns nothing at all. */
    public static Extensions none() {
        return new Extensions(List.of(), List.of(), List::of);
    }

    /** Returns the same with these Java revisions and no others. */
    public Extensions withRevisions(Supplier<List<RevisionClass>> others) {
        return new Extensions(dialects, listeners, others, autogeneration, url, linting, backfills);
    }

    /** Returns the same with this model. */
    public Extensions withModel(ModelSource other) {
        return new Extensions(
                dialects, listeners, revisions, () -> autogeneration.get().with(other), url, linting, backfills);
    }

    /** Returns the same for a database whose URL is known before there is a connection. */
    public Extensions withUrl(Supplier<@Nullable String> other) {
        return new Extensions(dialects, listeners, revisions, autogeneration, other, linting, backfills);
    }

    /** Returns the same with these rules. */
    public Extensions withLinting(Linting other) {
        return new Extensions(dialects, listeners, revisions, autogeneration, url, () -> other, backfills);
    }

    /** Returns the same with these backfills and no others. */
    public Extensions withBackfills(Supplier<List<BackfillDefinition>> others) {
        return new Extensions(dialects, listeners, revisions, autogeneration, url, linting, others);
    }
}
