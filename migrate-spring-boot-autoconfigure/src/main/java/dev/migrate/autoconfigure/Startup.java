package dev.migrate.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.MigrateProperties.WhenBehind;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Spelling;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RunReport;
import dev.migrate.run.WhenAhead;

/** What one start does about the database of one {@link Migrator}. */
final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Migrator migrator;

    private final MigrateProperties properties;

    private final AutoRun autoRun;

    private final CommandWord word;

    Startup(Migrator migrator, MigrateProperties properties, AutoRun autoRun, CommandWord word) {
        this.migrator = migrator;
        this.properties = properties;
        this.autoRun = autoRun;
        this.word = word;
    }

    /**
     * Upgrades the database or looks at it, and says so in one line of the log.
     *
     * @throws MigrateException if the upgrade fails, or the database is in a state that the properties do not allow
     */
    void run() {
        if (AutoRun.isTraining()) {
            LOG.info("migrate: the database is left alone, because the context is only refreshed to record it");
        } else if (!autoRun.on() && isIgnored()) {
            LOG.info("migrate: the database is not looked at (migrate.when-behind=ignore); {}", autoRun);
        } else if (migrator.isEmpty()) {
            LOG.warn(
                    "migrate: no revisions in {}",
                    String.join(", ", migrator.settings().locations()));
        } else if (autoRun.on()) {
            upgrade();
        } else {
            look();
        }
    }

    private boolean isIgnored() {
        return properties.whenBehind() == WhenBehind.IGNORE && properties.whenAhead() == WhenAhead.ALLOW;
    }

    private void upgrade() {
        Instant start = Instant.now();
        RunReport report = migrator.upgrade(Target.parse(properties.target()), properties.whenAhead());
        report.heldBack().forEach(held -> LOG.warn("migrate: {}. {}", held.message(), word.in(held.hint())));
        if (report.ahead()) {
            LOG.info("migrate: the database is ahead of this build, at {}; {}", report.after(), autoRun);
        } else if (report.steps().isEmpty()) {
            logUpToDate(report.after(), report.applied());
        } else {
            LOG.info(
                    "migrate: upgraded from {} to {}, {} in {} ms; {}",
                    report.before(),
                    report.after(),
                    Spelling.count(report.steps().size(), "revision"),
                    Duration.between(start, Instant.now()).toMillis(),
                    autoRun);
        }
    }

    private void look() {
        if (properties.whenBehind() == WhenBehind.WARN && properties.whenAhead() == WhenAhead.ALLOW) {
            warnAtMost();
            return;
        }
        MigrationStatus status = properties.whenBehind() == WhenBehind.WAIT
                ? new OtherProcess(migrator, properties.lockWait()).await()
                : migrator.awaitStatus();
        if (isRefused(status.state()) && !status.servesWhileBehind()) {
            throw refusal(status);
        }
        log(status);
    }

    /** Looks without ever failing the start, also if the database cannot be reached. */
    private void warnAtMost() {
        try {
            log(migrator.awaitStatus());
        } catch (MigrateException e) {
            LOG.warn("migrate: {}", FailureText.of(e, word));
        }
    }

    private boolean isRefused(MigrationState state) {
        return switch (state) {
            case UP_TO_DATE -> false;
            case AHEAD -> properties.whenAhead() == WhenAhead.FAIL;
            case BEHIND, RUNNING, DIVERGED, INCOMPLETE ->
                properties.whenBehind() == WhenBehind.FAIL || properties.whenBehind() == WhenBehind.WAIT;
        };
    }

    private void log(MigrationStatus status) {
        switch (status.state()) {
            case UP_TO_DATE -> logUpToDate(status.current(), status.applied());
            case AHEAD ->
                LOG.info("migrate: the database is ahead of this build, at {}; {}", status.current(), autoRun);
            default -> LOG.warn("migrate: {}; {}", StateText.of(status), autoRun);
        }
    }

    private void logUpToDate(Heads heads, int applied) {
        LOG.info("migrate: up to date at {}, {} applied; {}", heads, applied, autoRun);
    }

    private MigrateException refusal(MigrationStatus status) {
        String property = status.state() == MigrationState.AHEAD ? "migrate.when-ahead" : "migrate.when-behind";
        return new MigrateException(
                "The application does not start: " + StateText.of(status),
                List.of("It was not upgraded: " + autoRun.reason()),
                StateText.hint(status) + " To start all the same, change " + property + ".",
                null);
    }
}
