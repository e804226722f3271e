package dev.migrate.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;

/** Spells how far backfills have come. */
final class BackfillLines {

    private final Channel out;

    BackfillLines(Channel out) {
        this.out = out;
    }

    void list(List<BackfillStatus> statuses) {
        int width = statuses.stream()
                .mapToInt(status -> status.name().length())
                .max()
                .orElse(0);
        for (BackfillStatus status : statuses) {
            String name = out.paint(Colour.REVISION, status.name())
                    + " ".repeat(width - status.name().length());
            String state = out.paint(colour(status.state()), status.state().name())
                    + " ".repeat(9 - status.state().name().length());
            out.line((name + "  " + state + "  " + progress(status)).stripTrailing());
            if (!status.message().isEmpty()) {
                out.line("  " + status.message());
            }
            if (status.throttle() != null && status.state() == BackfillState.RUNNING) {
                out.line("  " + status.throttle());
            }
            if (status.error() != null && status.state() == BackfillState.FAILED) {
                out.line("  " + status.error());
            }
        }
    }

    private static Colour colour(BackfillState state) {
        return switch (state) {
            case FINISHED -> Colour.GOOD;
            case FAILED, CANCELLED -> Colour.BAD;
            default -> Colour.ATTENTION;
        };
    }

    /** Returns share, rows, rate and what is left of time, as far as they are known. */
    static String progress(BackfillStatus status) {
        BackfillStatus.Progress done = status.progress();
        if (status.state() == BackfillState.PENDING) {
            return "";
        }
        if (status.state() == BackfillState.FINISHED) {
            return done.rows() + " rows" + rate(done.rate());
        }
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%3d %%, ", status.percent()));
        line.append(done.rows())
                .append(done.estimate() > 0 ? " of about " + done.estimate() : "")
                .append(" rows");
        line.append(rate(done.rate()));
        Duration remaining = status.remaining();
        if (remaining != null) {
            line.append(", about ").append(Durations.text(remaining)).append(" left");
        }
        return line.toString();
    }

    private static String rate(double rate) {
        return rate < 1 ? "" : ", " + Math.round(rate) + " a second";
    }

    /** Returns what became of a run. */
    static String end(BackfillStatus status) {
        if (status.state() == BackfillState.FINISHED) {
            Instant started = status.startedAt();
            Instant finished = status.finishedAt();
            String in = started == null || finished == null
                    ? ""
                    : " in " + Durations.text(Duration.between(started, finished));
            return "Backfill " + status.name() + " has finished: "
                    + status.progress().rows() + " rows" + in + ".";
        }
        return "Backfill " + status.name() + " is " + status.state() + ": "
                + progress(status).strip() + ".";
    }

    static Map<String, @Nullable Object> json(BackfillStatus status) {
        BackfillStatus.Progress done = status.progress();
        Duration remaining = status.remaining();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", status.name());
        json.put("table", status.table());
        json.put("message", status.message());
        json.put("state", status.state().name());
        json.put("percent", status.percent());
        json.put("rows", done.rows());
        json.put("estimate", done.estimate());
        json.put("batches", done.batches());
        json.put("retries", done.retries());
        json.put("batchSize", done.batchSize());
        json.put("rowsPerSecond", Math.round(done.rate()));
        json.put("remainingSeconds", remaining == null ? null : remaining.toSeconds());
        json.put("workers", done.workers());
        json.put("startedAt", text(status.startedAt()));
        json.put("updatedAt", text(status.updatedAt()));
        json.put("finishedAt", text(status.finishedAt()));
        json.put("throttle", status.throttle());
        json.put("error", status.error());
        return json;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
