package dev.migrate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.script.FoundScripts;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.ScriptLoader;

/** The scripts of an application, read once, and while a connection opens if somebody needs both. */
final class LoadedScripts {

    /**
     * Threads that are kept for a second, as whoever has many databases needs the next one soon. It is not the common pool: its
     * threads are to help with the parsing, and on small machines there is only one.
     */
    private static final Executor READERS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), LoadedScripts::reader);

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
        return known == null ? find(revisions.get(), classLoader()) : known;
    }

    private FoundScripts find(List<RevisionClass> classes, ClassLoader loader) {
        finding.lock();
        try {
            FoundScripts known = found;
            if (known == null) {
                known = new ScriptLoader(loader).find(locations, classes);
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
     *
     * @param rules by which they will be looked into, which begins at once; {@code null} if that may not be necessary
     */
    FutureTask<FoundScripts> begin(@Nullable LexicalRules rules) {
        FoundScripts known = found;
        if (known != null) {
            return new FutureTask<>(() -> known);
        }
        List<RevisionClass> classes = revisions.get();
        ClassLoader loader = classLoader();
        FutureTask<FoundScripts> task = new FutureTask<>(() -> {
            FoundScripts now = find(classes, loader);
            if (rules != null) {
                now.lookAhead(rules);
            }
            return now;
        });
        READERS.execute(task);
        return task;
    }

    private static Thread reader(Runnable work) {
        Thread reader = new Thread(work, "migrate-scripts");
        reader.setDaemon(true);
        return reader;
    }

    private static ClassLoader classLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? Migrator.class.getClassLoader() : loader;
    }

    /** Waits for what {@link #begin} began, or does it if no other thread has come to it yet, and throws what it threw. */
    static FoundScripts await(FutureTask<FoundScripts> task) {
        task.run();
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
