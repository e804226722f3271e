package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.migrate.MigrateSettings;
import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Timeouts;
import dev.migrate.lint.LintMode;
import dev.migrate.lint.LintSettings;
import dev.migrate.lint.rule.NamePattern;
import dev.migrate.lint.rule.Thresholds;
import dev.migrate.run.Application;
import dev.migrate.run.ChecksumPolicy;
import dev.migrate.run.RunSettings;
import dev.migrate.run.TransactionMode;
import dev.migrate.run.WhenAhead;
import dev.migrate.script.FileTemplate;

/**
 * The properties under {@code migrate}.
 *
 * @param enabled Whether to set up migrations at all.
 * @param autoRun Whether to upgrade the database at start-up. Decided by the active profiles unless set.
 * @param autoRunProfiles Comma-separated list of the profiles under which the database is upgraded at start-up.
 * @param target Target of the upgrade at start-up.
 * @param phase When start-up looks at the database and upgrades it.
 * @param whenBehind What a start without upgrade does if the database is behind.
 * @param whenAhead What start-up does if the database has all revisions of this build and more.
 * @param locations Comma-separated list of the folders that revision scripts are loaded from, each beginning with
 *     'classpath:' or 'file:'.
 * @param javaPackages Comma-separated list of the packages that revisions written in Java are loaded from. 'revisions' under the
 *     application's base package unless set.
 * @param sourceDirectory Folder that new revisions are written to.
 * @param fileTemplate Name of the file of a new revision.
 * @param template File with the text of a new revision. Built in unless set.
 * @param model Script that creates the wanted schema, which revisions are generated from. The application's entities unless set.
 * @param autogenerate How revisions are generated from the model.
 * @param url JDBC URL of the database to migrate. That of the application's DataSource unless set.
 * @param username User that migrates the database. That of the application's DataSource unless set.
 * @param password Password of the user that migrates the database.
 * @param driverClassName Fully qualified name of the JDBC driver. Detected from the URL unless set.
 * @param schema Schema of the version and history tables. That of the connection unless set.
 * @param versionTable Name of the version table.
 * @param historyTable Name of the history table.
 * @param transaction Whether each revision or the whole run is one transaction.
 * @param connectWait How long start-up, upgrades and downgrades wait for a server that cannot be reached.
 * @param lockWait How long to wait for another instance that makes no progress.
 * @param postgresql What concerns PostgreSQL only.
 * @param checksumMismatch What to do if an applied revision has been changed since.
 * @param lint What a run does about lint findings in the revisions that it is going to apply.
 * @param lintRules Which rules lint asks, and what for.
 * @param health The health indicator.
 * @param cli The command line.
 * @param backfill Batched data migrations.
 */
@ConfigurationProperties("migrate")
public record MigrateProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Boolean autoRun,
        @DefaultValue({"production", "prod"}) List<String> autoRunProfiles,
        @DefaultValue("heads") String target,
        @DefaultValue("initialize") Phase phase,
        @DefaultValue("warn") WhenBehind whenBehind,
        @DefaultValue("allow") WhenAhead whenAhead,
        @DefaultValue("classpath:db/revisions") List<String> locations,
        @Nullable List<String> javaPackages,
        @DefaultValue("src/main/resources/db/revisions") Path sourceDirectory,
        @DefaultValue(FileTemplate.DEFAULT) String fileTemplate,
        @Nullable Path template,
        @Nullable String model,
        @DefaultValue Autogenerate autogenerate,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String driverClassName,
        @Nullable String schema,
        @DefaultValue("migrate_version") String versionTable,
        @DefaultValue("migrate_history") String historyTable,
        @DefaultValue("per-revision") TransactionMode transaction,
        @DefaultValue("0s") Duration connectWait,
        @DefaultValue("15m") Duration lockWait,
        @DefaultValue Postgresql postgresql,
        @DefaultValue("fail") ChecksumPolicy checksumMismatch,
        @DefaultValue("warn") LintMode lint,
        @DefaultValue LintRules lintRules,
        @DefaultValue Health health,
        @DefaultValue Cli cli,
        @NestedConfigurationProperty @DefaultValue BackfillProperties backfill) {

    /** Copies the lists. */
    public MigrateProperties {
        autoRunProfiles = List.copyOf(autoRunProfiles);
        locations = List.copyOf(locations);
        javaPackages = javaPackages == null ? null : List.copyOf(javaPackages);
    }

    /**
     * Returns the settings of a {@link dev.migrate.Migrator}.
     *
     * @param application what is recorded in the history
     */
    public MigrateSettings toSettings(Application application) {
        RunSettings run = new RunSettings(
                new BookTables(schema == null ? "" : schema, versionTable, historyTable),
                transaction,
                connectWait,
                lockWait,
                new Timeouts(postgresql.lockTimeout(), postgresql.statementTimeout()),
                postgresql.retryFor(),
                checksumMismatch,
                application);
        return new MigrateSettings(locations, sourceDirectory, fileTemplate, template, run)
                .withBackfills(backfill.toSource());
    }

    /** Returns the settings of lint. */
    public LintSettings toLintSettings() {
        return new LintSettings(
                lint,
                Set.copyOf(lintRules.enable()),
                Set.copyOf(lintRules.disable()),
                new Thresholds(lintRules.smallTable(), lintRules.bigUpdate(), lintRules.wideTable()),
                new NamePattern(lintRules.names()),
                lintRules.postgresqlVersion());
    }

    /** Returns no values: one of them is a password. */
    @Override
    public String toString() {
        return "MigrateProperties";
    }

    /** When start-up looks at the database and upgrades it. */
    public enum Phase {
        /** Before JPA and every other bean that needs the schema. */
        INITIALIZE,
        /** After the application is up; it is not ready for traffic until the upgrade is done. */
        BACKGROUND
    }

    /** What a start without upgrade does if the database is behind. */
    public enum WhenBehind {
        /** The database is not even looked at. */
        IGNORE,
        /** A warning is logged. */
        WARN,
        /** The start fails. */
        FAIL,
        /** The start waits until another process has upgraded the database. */
        WAIT
    }

    /**
     * How revisions are generated from the model.
     *
     * @param source Where entities are read from.
     * @param include Comma-separated list of the tables, sequences and enum types that are compared, in which '*' stands for
     *     anything. All of them unless set.
     * @param exclude Comma-separated list of the tables, sequences and enum types that are not compared, in which '*' stands for
     *     anything.
     */
    public record Autogenerate(
            @DefaultValue("entities") ModelOrigin source,
            @DefaultValue List<String> include,
            @DefaultValue List<String> exclude) {

        /** Copies the lists. */
        public Autogenerate {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
        }
    }

    /** Where entities are read from. */
    public enum ModelOrigin {
        /** From their classes, with the application's settings; nothing is started. */
        ENTITIES,
        /** From the application's EntityManagerFactory, which is started for it if it is not running. */
        ENTITY_MANAGER_FACTORY
    }

    /**
     * What concerns PostgreSQL only.
     *
     * @param lockTimeout How long a statement may wait for a lock. Zero for no limit.
     * @param statementTimeout How long a statement may take. Zero for no limit.
     * @param retryFor How long a revision is tried again that did not get a lock.
     */
    public record Postgresql(
            @DefaultValue("2s") Duration lockTimeout,
            @DefaultValue("30s") Duration statementTimeout,
            @DefaultValue("5m") Duration retryFor) {}

    /**
     * Which rules lint asks, and what for.
     *
     * @param enable Comma-separated list of optional rules to ask.
     * @param disable Comma-separated list of rules not to ask.
     * @param smallTable Tables with fewer rows may be locked, scanned and written anew.
     * @param bigUpdate From how many rows on a table is not updated in one statement.
     * @param wideTable How many columns a table may have.
     * @param names Regular expression for the names that revisions give, where the rule 'naming' is enabled.
     * @param postgresqlVersion Major version that revisions are for. That of the database unless set, and the newest where none is asked.
     */
    public record LintRules(
            @DefaultValue List<String> enable,
            @DefaultValue List<String> disable,
            @DefaultValue("1000") long smallTable,
            @DefaultValue("10000") long bigUpdate,
            @DefaultValue("50") int wideTable,
            @DefaultValue("[a-z][a-z0-9_]*") String names,
            @Nullable Integer postgresqlVersion) {

        /** Copies the lists. */
        public LintRules {
            enable = List.copyOf(enable);
            disable = List.copyOf(disable);
        }
    }

    /**
     * The health indicator.
     *
     * @param readiness Whether the readiness group includes the state of the database.
     * @param refresh How old the health answer may be.
     */
    public record Health(
            @DefaultValue("true") boolean readiness,
            @DefaultValue("10s") Duration refresh) {}

    /**
     * The command line.
     *
     * @param enabled Whether the application understands the commands.
     * @param name First argument that makes the application run a command.
     * @param sources Comma-separated list of configuration classes to use for the commands in addition.
     */
    public record Cli(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("migrate") String name,
            @DefaultValue List<String> sources) {

        /** Copies the list. */
        public Cli {
            sources = List.copyOf(sources);
        }
    }
}
