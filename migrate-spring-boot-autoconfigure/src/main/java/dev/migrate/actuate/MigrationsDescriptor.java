package dev.migrate.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import dev.migrate.backfill.BackfillStatus;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Revision;
import dev.migrate.run.DatabaseInfo;
import dev.migrate.run.HeldBack;
import dev.migrate.run.Incomplete;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RevisionDetail;
import dev.migrate.script.RevisionScript;

/**
 * What the endpoint answers.
 *
 * @param contexts by id of the application context
 */
public record MigrationsDescriptor(Map<String, ContextDescriptor> contexts) implements OperationResponseBody {

    /**
     * One application context.
     *
     * @param parentId id of its parent, or {@code null} if it has none
     * @param migrators by name of the bean
     */
    public record ContextDescriptor(@Nullable String parentId, Map<String, MigratorDescriptor> migrators) {}

    /**
     * One database: what {@code migrate status --json} prints, and every revision.
     *
     * @param state state of the database, or {@code null} if it cannot be read
     * @param error why there is no state, or {@code null}
     * @param database the database, or {@code null} if it cannot be read
     * @param current rows of the version table
     * @param heads effective heads of this build
     * @param pending what an upgrade would apply, in order
     * @param unknown rows that this build does not know
     * @param modified applied revisions that have been changed since
     * @param incomplete revisions that were started and not finished
     * @param heldBack pending revisions that wait for a backfill, {@code null} if there are none
     * @param revisions every revision of this build, parents first
     * @param backfills batched data migrations
     */
    public record MigratorDescriptor(
            @Nullable String state,
            @Nullable String error,
            @Nullable DatabaseDescriptor database,
            SortedSet<String> current,
            List<String> heads,
            List<PendingDescriptor> pending,
            List<String> unknown,
            List<String> modified,
            List<IncompleteDescriptor> incomplete,
            @Nullable List<HeldBackDescriptor> heldBack,
            List<RevisionDescriptor> revisions,
            List<BackfillDescriptor> backfills) {

        static MigratorDescriptor of(MigrationOverview overview, List<BackfillStatus> backfills) {
            MigrationStatus status = overview.status();
            return new MigratorDescriptor(
                    status.state().name(),
                    null,
                    DatabaseDescriptor.of(status.database()),
                    status.current().ids(),
                    status.heads(),
                    status.pending().stream().map(PendingDescriptor::of).toList(),
                    status.unknown(),
                    status.modified(),
                    status.incomplete().stream().map(IncompleteDescriptor::of).toList(),
                    status.heldBack().isEmpty()
                            ? null
                            : status.heldBack().stream()
                                    .map(HeldBackDescriptor::of)
                                    .toList(),
                    overview.revisions().stream().map(RevisionDescriptor::of).toList(),
                    backfills.stream().map(BackfillDescriptor::of).toList());
        }

        static MigratorDescriptor unreadable() {
            return new MigratorDescriptor(
                    null,
                    "The state of the database cannot be read, see the log",
                    null,
                    Heads.none().ids(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of());
        }
    }

    /** The database, without its address. */
    public record DatabaseDescriptor(String product, String version, String schema) {

        static DatabaseDescriptor of(DatabaseInfo info) {
            return new DatabaseDescriptor(info.product(), info.version(), info.schema());
        }
    }

    /** A revision that an upgrade would apply. */
    public record PendingDescriptor(
            String revision,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            String message,
            String kind) {

        static PendingDescriptor of(RevisionScript script) {
            Revision revision = script.revision();
            return new PendingDescriptor(
                    revision.id(),
                    revision.revises(),
                    revision.dependsOn(),
                    revision.labels(),
                    revision.message(),
                    script.kind().name());
        }
    }

    /** A revision that was started and not finished, and the statement at which that happened. */
    public record IncompleteDescriptor(
            String revision, String direction, int statement, int statements, Instant startedAt) {

        static IncompleteDescriptor of(Incomplete incomplete) {
            return new IncompleteDescriptor(
                    incomplete.revision(),
                    incomplete.direction().name(),
                    incomplete.statement(),
                    incomplete.statements(),
                    incomplete.startedAt());
        }
    }

    /** A revision that waits for a backfill, and why. */
    public record HeldBackDescriptor(String revision, String backfill, String why) {

        static HeldBackDescriptor of(HeldBack held) {
            return new HeldBackDescriptor(held.revision(), held.backfill(), held.why());
        }
    }

    /** A revision, and when, how long and by whom it was applied as far as that is known. */
    public record RevisionDescriptor(
            String revision,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            String message,
            String kind,
            String state,
            @Nullable Instant appliedAt,
            @Nullable Long durationMs,
            @Nullable String appliedBy)
            implements OperationResponseBody {

        static RevisionDescriptor of(RevisionDetail detail) {
            Revision revision = detail.script().revision();
            Duration duration = detail.duration();
            return new RevisionDescriptor(
                    revision.id(),
                    revision.revises(),
                    revision.dependsOn(),
                    revision.labels(),
                    revision.message(),
                    detail.script().kind().name(),
                    detail.state().name(),
                    detail.appliedAt(),
                    duration == null ? null : duration.toMillis(),
                    detail.appliedBy());
        }
    }

    /** A batched data migration, and how far it has come. */
    public record BackfillDescriptor(
            String name,
            String table,
            String message,
            String state,
            int percent,
            long rows,
            long estimate,
            long batches,
            long retries,
            int batchSize,
            long rowsPerSecond,
            @Nullable Long remainingSeconds,
            int workers,
            @Nullable Instant startedAt,
            @Nullable Instant updatedAt,
            @Nullable Instant finishedAt,
            @Nullable String throttle,
            @Nullable String error) {

        static BackfillDescriptor of(BackfillStatus status) {
            Duration remaining = status.remaining();
            return new BackfillDescriptor(
                    status.name(),
                    status.table(),
                    status.message(),
                    status.state().name(),
                    status.percent(),
                    status.progress().rows(),
                    status.progress().estimate(),
                    status.progress().batches(),
                    status.progress().retries(),
                    status.progress().batchSize(),
                    Math.round(status.progress().rate()),
                    remaining == null ? null : remaining.toSeconds(),
                    status.progress().workers(),
                    status.startedAt(),
                    status.updatedAt(),
                    status.finishedAt(),
                    status.throttle(),
                    status.error());
        }
    }
}
