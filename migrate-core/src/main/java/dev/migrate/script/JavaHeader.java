package dev.migrate.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/** Reads the annotation of a Java revision. */
final class JavaHeader {

    private final RevisionHeader header;

    private final Problems problems;

    JavaHeader(RevisionHeader header, Problems problems) {
        this.header = header;
        this.problems = problems;
    }

    /** Returns the revision as far as it can be read, or {@code null} without a usable id. */
    @Nullable Revision revision() {
        String message = header.message().strip();
        if (message.isEmpty()) {
            problems.add(0, "The header has no message", "Say in `message` what the revision does.");
        } else if (!Printable.isPrintable(message)) {
            problems.add(0, "The message holds line breaks or control characters", "Put the rest into `description`.");
        }
        List<String> revises = names(new HeaderName("revises", true, 0), header.revises());
        List<String> dependsOn = names(new HeaderName("dependsOn", false, 0), header.dependsOn());
        List<String> labels = names(new HeaderName("labels", false, 0), header.labels());
        return new HeaderName("id", true, 0).check(header.id(), problems)
                ? new Revision(header.id(), revises, dependsOn, labels, message)
                : null;
    }

    /** Returns the backfills that must have finished before. */
    List<String> requiresBackfills() {
        List<String> names = List.of(header.requiresBackfill());
        BackfillScript.check(names, 0, problems);
        return names;
    }

    @Nullable Instant created() {
        if (header.created().isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(header.created());
        } catch (DateTimeException e) {
            problems.add(0, "`created` is not an instant", "Write it as in `created = \"2026-01-28T14:30:00Z\"`.");
            return null;
        }
    }

    String description() {
        StringBuilder description = new StringBuilder();
        header.description().strip().lines().forEach(line -> description
                .append(Printable.of(line))
                .append('\n'));
        return description.toString().strip();
    }

    @Nullable String irreversible() {
        String why = Printable.of(header.irreversible());
        return why.isEmpty() ? null : why;
    }

    private List<String> names(HeaderName key, String[] values) {
        List<String> names = new ArrayList<>();
        for (String name : values) {
            if (names.contains(name)) {
                problems.add(0, "`" + key.key() + "` names " + name + " twice", null);
            } else if (key.check(name, problems)) {
                names.add(name);
            }
        }
        return names;
    }
}
