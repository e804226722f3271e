package dev.migrate.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;
import dev.migrate.run.DatabaseInfo;
import dev.migrate.run.HeldBack;
import dev.migrate.run.Incomplete;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RevisionDetail;
import dev.migrate.script.RevisionScript;

/** Spells where a database stands for people. */
final class StatusText {

    private static final int LONGEST_MESSAGE = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MigrationStatus status;

    private final Map<String, RevisionDetail> details = new HashMap<>();

    private final Channel out;

    private final ZoneId zone;

    private final List<Row> rows = new ArrayList<>();

    StatusText(MigrationOverview overview, Channel out, ZoneId zone) {
        this.status = overview.status();
        this.out = out;
        this.zone = zone;
        overview.revisions().forEach(detail -> details.put(detail.script().id(), detail));
    }

    void print() {
        DatabaseInfo database = status.database();
        line(
                "Database",
                "%s %s, %s, schema %s",
                database.product(),
                database.version(),
                database.name(),
                database.schema());
        line("State", "%s", state());
        rows();
        int idWidth = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
        int messageWidth = rows.stream()
                .mapToInt(row -> row.message().length())
                .filter(length -> length <= LONGEST_MESSAGE)
                .max()
                .orElse(0);
        for (Row row : rows) {
            String id = out.paint(Colour.REVISION, row.id())
                    + " ".repeat(idWidth - row.id().length());
            String message = row.message()
                    + " ".repeat(Math.max(0, messageWidth - row.message().length()));
            out.line((String.format(Locale.ROOT, "%-11s", row.label()) + id + "  " + message + "    " + row.remark())
                    .stripTrailing());
        }
        hints().forEach(hint -> out.advice("  Hint: " + hint));
    }

    private void line(String label, String format, Object... values) {
        out.line(String.format(Locale.ROOT, "%-11s", label) + String.format(Locale.ROOT, format, values));
    }

    private String state() {
        MigrationState state = status.state();
        Colour colour =
                switch (state) {
                    case UP_TO_DATE -> Colour.GOOD;
                    case BEHIND, AHEAD, RUNNING -> Colour.ATTENTION;
                    case DIVERGED, INCOMPLETE -> Colour.BAD;
                };
        String name = out.paint(colour, state.name());
        String explanation =
                switch (state) {
                    case UP_TO_DATE -> status.modified().isEmpty() ? "" : ", but applied scripts were changed";
                    case BEHIND ->
                        ": %s pending".formatted(revisions(status.pending().size()));
                    case AHEAD ->
                        ": the database has %s that this build does not know"
                                .formatted(revisions(status.unknown().size()));
                    case DIVERGED ->
                        ": the database has %s that this build does not know, and lacks %s of this build"
                                .formatted(
                                        revisions(status.unknown().size()),
                                        revisions(status.pending().size()));
                    case INCOMPLETE -> ": a revision outside a transaction did not finish";
                    case RUNNING -> ": another instance is migrating now";
                };
        return name + explanation;
    }

    private void rows() {
        add("Current", status.current().ids().stream().map(this::current).toList());
        if (status.current().isEmpty()) {
            rows.add(new Row("Current", "<base>", "", ""));
        }
        String heads = status.heads().isEmpty() ? "<base>" : String.join(", ", status.heads());
        rows.add(new Row("Heads", heads, "", ""));
        add("Pending", status.pending().stream().map(this::pending).toList());
        add(
                "Modified",
                status.modified().stream()
                        .map(id -> row(id, "changed since it was applied"))
                        .toList());
        add("Incomplete", status.incomplete().stream().map(this::incomplete).toList());
    }

    private void add(String label, List<Row> some) {
        String left = label;
        for (Row row : some) {
            rows.add(new Row(left, row.id(), row.message(), row.remark()));
            left = "";
        }
    }

    private Row current(String id) {
        RevisionDetail detail = details.get(id);
        if (detail == null) {
            return new Row("", id, "", "unknown to this build");
        }
        return row(id, applied(detail));
    }

    private String applied(RevisionDetail detail) {
        if (detail.appliedAt() == null) {
            return "";
        }
        String time = TIME.format(detail.appliedAt().atZone(zone));
        String by = detail.appliedBy() == null ? "" : " by " + detail.appliedBy();
        String in = detail.duration() == null ? "" : " in " + Durations.text(detail.duration());
        return "applied " + time + by + in;
    }

    private Row pending(RevisionScript script) {
        return new Row(
                "",
                script.id(),
                script.revision().message(),
                Stream.concat(
                                status.heldBack().stream()
                                        .filter(held -> held.revision().equals(script.id()))
                                        .map(held -> "requires backfill " + held.backfill() + ", which " + held.why()),
                                script.upgrade().transactional() ? Stream.of() : Stream.of("outside a transaction"))
                        .collect(Collectors.joining("; ")));
    }

    private Row incomplete(Incomplete incomplete) {
        String of = incomplete.statements() == 0 ? "" : " of " + incomplete.statements();
        String started = TIME.format(incomplete.startedAt().atZone(zone));
        return row(
                incomplete.revision(),
                StepLines.word(incomplete.direction()) + ", statement " + incomplete.statement() + of + ", started "
                        + started);
    }

    private Row row(String id, String remark) {
        @Nullable RevisionDetail detail = details.get(id);
        return new Row("", id, detail == null ? "" : detail.script().revision().message(), remark);
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        for (Incomplete incomplete : status.incomplete()) {
            hints.add(
                    "See whether the statement has taken effect, then `migrate resolve %1$s --applied` or `migrate resolve %1$s --not-applied`."
                            .formatted(incomplete.revision()));
        }
        status.heldBack().stream().map(HeldBack::hint).distinct().forEach(hints::add);
        if (!status.modified().isEmpty()) {
            hints.add("Restore the script, or `migrate resolve %s --accept-checksum` if the change is harmless."
                    .formatted(status.modified().get(0)));
        }
        if (!status.unknown().isEmpty()) {
            hints.add("A newer build has run here; downgrade with that build, or deploy it.");
        }
        return hints;
    }

    private static String revisions(int count) {
        return Spelling.count(count, "revision");
    }

    /** A line of the lower part. */
    private record Row(String label, String id, String message, String remark) {}
}
