package dev.migrate.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.RunReport;

/** The databases for the tests of one application: empty ones, and copies of templates, each of which is migrated once. */
final class MigrationDatabases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationDatabases.class);

    private final PostgresServer server;

    private final Migrator application;

    private final Map<String, FutureTask<Template>> templates = new ConcurrentHashMap<>();

    private final AtomicInteger copies = new AtomicInteger();

    private final AtomicLong spent = new AtomicLong();

    private final AtomicLong saved = new AtomicLong();

    MigrationDatabases(PostgresServer server, Migrator application) {
        this.server = server;
        this.application = application;
    }

    /** Returns the application's migrator, which has no database. */
    Migrator application() {
        return application;
    }

    Migrator migrator(TestDatabase database) {
        return application.on(database.source());
    }

    TestDatabase empty() {
        return server.create(null);
    }

    void drop(TestDatabase database) {
        server.drop(database);
    }

    /**
     * Returns a copy of the database that an upgrade of an empty one to a target leads to.
     *
     * @throws MigrateException if the upgrade fails
     */
    Copy at(String target) {
        Template template = template(target);
        Instant start = Instant.now();
        TestDatabase database = server.create(template.database().name());
        long millis = Duration.between(start, Instant.now()).toMillis();
        copies.incrementAndGet();
        spent.addAndGet(millis);
        saved.addAndGet(template.millis() - millis);
        return new Copy(database, template.report());
    }

    /** Says what the templates were good for. */
    @Override
    public void close() {
        if (copies.get() > 1) {
            LOG.info(
                    "migrate: {} databases for tests were copied in {} ms from {} templates, which has saved {} ms of migrating",
                    copies,
                    spent,
                    templates.size(),
                    Math.max(0, saved.get()));
        }
    }

    private Template template(String target) {
        FutureTask<Template> task = templates.computeIfAbsent(target, key -> new FutureTask<>(() -> migrated(key)));
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
            throw new IllegalStateException(e);
        }
    }

    private Template migrated(String target) {
        Instant start = Instant.now();
        TestDatabase database = empty();
        RunReport report = new Ascent(migrator(database)).to(Target.parse(target));
        long millis = Duration.between(start, Instant.now()).toMillis();
        saved.addAndGet(-millis);
        return new Template(database, report, millis);
    }

    /**
     * A database and the run that led to it.
     *
     * @param report what the run of the template did
     */
    record Copy(TestDatabase database, RunReport report) {}

    private record Template(TestDatabase database, RunReport report, long millis) {}
}
