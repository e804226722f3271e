package dev.migrate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

/** The scripts of an application, read once, and while a connection opens if somebody needs both. */
final class LoadedScripts {

    private final List<String> locations;

    private final Supplier<List<RevisionClass>> revisions;

    private final ReentrantLock loading = new ReentrantLock();

    private volatile @Nullable ScriptDirectory scripts;

    LoadedScripts(List<String> locations, Supplier<List<RevisionClass>> revisions) {
        this.locations = locations;
        this.revisions = revisions;
    }

    /** Returns them, read now if they are not there yet. */
    ScriptDirectory get() {
        ScriptDirectory known = scripts;
        return known == null ? load(revisions.get()) : known;
    }

    private ScriptDirectory load(List<RevisionClass> classes) {
        loading.lock();
        try {
            ScriptDirectory known = scripts;
            if (known == null) {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                known = new ScriptLoader(loader == null ? Migrator.class.getClassLoader() : loader)
                        .load(locations, classes);
                scripts = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    /**
     * Begins to read them, if they are not there yet; thousands of files take as long as a connection does.
     *
     * <p>Java revisions are an application's code, which may ask for beans: that must happen in the thread that creates beans.
     */
    FutureTask<ScriptDirectory> begin() {
        ScriptDirectory known = scripts;
        List<RevisionClass> classes = known == null ? revisions.get() : List.of();
        FutureTask<ScriptDirectory> task = new FutureTask<>(() -> known == null ? load(classes) : known);
        if (known != null || !classes.isEmpty()) {
            task.run();
            return task;
        }
        Thread thread = new Thread(task, "migrate-scripts");
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        return task;
    }

    /** Waits for what {@link #begin()} began, and throws what it threw. */
    static ScriptDirectory await(FutureTask<ScriptDirectory> task) {
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

    /** Has them read again when they are needed next. */
    void forget() {
        scripts = null;
    }
}
