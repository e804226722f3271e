package dev.migrate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.script.FoundScripts;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.ScriptLoader;

/** The scripts of an application, read once, and while a connection opens if somebody needs both. */
final class LoadedScripts {

    private final List<String> locations;

    private final Supplier<List<RevisionClass>> revisions;

    private final ReentrantLock finding = new ReentrantLock();

    private volatile @Nullable FoundScripts found;

    LoadedScripts(List<String> locations, Supplier<List<RevisionClass>> revisions) {
        this.locations = locations;
        this.revisions = revisions;
    }

    /** Returns them, read now if they are not there yet. */
    FoundScripts get() {
        FoundScripts known = found;
        return known == null ? find(revisions.get()) : known;
    }

    private FoundScripts find(List<RevisionClass> classes) {
        finding.lock();
        try {
            FoundScripts known = found;
            if (known == null) {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                known = new ScriptLoader(loader == null ? Migrator.class.getClassLoader() : loader)
                        .find(locations, classes);
                found = known;
            }
            return known;
        } finally {
            finding.unlock();
        }
    }

    /**
     * Begins to read them, if they are not there yet; thousands of files take as long as a connection does.
     *
     * <p>Java revisions are an application's code, which may ask for beans: that must happen in the thread that creates beans.
     */
    FutureTask<FoundScripts> begin() {
        FoundScripts known = found;
        List<RevisionClass> classes = known == null ? revisions.get() : List.of();
        FutureTask<FoundScripts> task = new FutureTask<>(() -> known == null ? find(classes) : known);
        if (known != null) {
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
    static FoundScripts await(FutureTask<FoundScripts> task) {
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
        found = null;
    }
}
