package dev.migrate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

/** The scripts of an application, read once, and while a connection opens if somebody needs both. */
final class LoadedScripts {

    private final List<String> locations;

    private final Supplier<List<RevisionClass>> revisions;

    private final Supplier<LexicalRules> assumed;

    private final ReentrantLock loading = new ReentrantLock();

    private volatile @Nullable Loaded loaded;

    /**
     * Creates them unread.
     *
     * @param assumed the rules of the database as far as they are known without a connection
     */
    LoadedScripts(List<String> locations, Supplier<List<RevisionClass>> revisions, Supplier<LexicalRules> assumed) {
        this.locations = locations;
        this.revisions = revisions;
        this.assumed = assumed;
    }

    /** Returns them, read now if they are not there yet. */
    ScriptDirectory get() {
        Loaded known = loaded;
        return known == null ? load(revisions.get(), assumed.get()) : known.scripts();
    }

    private ScriptDirectory load(List<RevisionClass> classes, LexicalRules rules) {
        loading.lock();
        try {
            Loaded known = loaded;
            if (known == null || !known.rules().equals(rules)) {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                ScriptLoader scripts =
                        new ScriptLoader(loader == null ? Migrator.class.getClassLoader() : loader, rules);
                known = new Loaded(scripts.load(locations, classes), rules);
                loaded = known;
            }
            return known.scripts();
        } finally {
            loading.unlock();
        }
    }

    /**
     * Begins to read them, if they are not there yet; thousands of files take as long as a connection does.
     *
     * <p>Java revisions are an application's code, which may ask for beans: that must happen in the thread that creates beans.
     */
    Reading begin() {
        Loaded known = loaded;
        LexicalRules rules = known == null ? assumed.get() : known.rules();
        List<RevisionClass> classes = known == null ? revisions.get() : List.of();
        FutureTask<ScriptDirectory> task =
                new FutureTask<>(() -> known == null ? load(classes, rules) : known.scripts());
        if (known != null || !classes.isEmpty()) {
            task.run();
            return new Reading(task, rules);
        }
        Thread thread = new Thread(task, "migrate-scripts");
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        return new Reading(task, rules);
    }

    /**
     * Waits for what {@link #begin()} began, and throws what it threw. If it began with the rules of another database than the one
     * that was found, what came of it is nothing, and they are read again.
     */
    ScriptDirectory await(Reading reading, LexicalRules found) {
        if (reading.rules().equals(found)) {
            return reading.await();
        }
        return load(revisions.get(), found);
    }

    /** Has them read again when they are needed next. */
    void forget() {
        loaded = null;
    }

    private record Loaded(ScriptDirectory scripts, LexicalRules rules) {}

    /** Scripts that are being read by some rules. */
    record Reading(FutureTask<ScriptDirectory> task, LexicalRules rules) {

        /** Waits for them, and throws what reading them threw. */
        ScriptDirectory await() {
            try {
                return task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(
                        "Interrupted while the scripts were read", List.of(), "Nothing was touched. Run again.", e);
            }
        }
    }
}
