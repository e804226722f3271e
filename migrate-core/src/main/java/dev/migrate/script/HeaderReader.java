package dev.migrate.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/** Reads the comment lines before the first section: the header lines and, between and behind them, the description. */
final class HeaderReader {

    private final Problems problems;

    private final Map<HeaderKey, Line> lines = new EnumMap<>(HeaderKey.class);

    private @Nullable StringBuilder description;

    private int descriptionLine;

    HeaderReader(Problems problems) {
        this.problems = problems;
    }

    /** Takes in the comment on which the tokenizer stands. */
    void read(Tokenizer comment) {
        HeaderKey key = HeaderKey.of(comment);
        if (key != null) {
            int value = comment.skipSpaces(comment.start() + 2) + key.text().length() + 1;
            put(key, comment.text(comment.skipSpaces(value), comment.end()), comment.line());
            return;
        }
        String text = comment.text(comment.start() + 2, comment.end());
        HeaderKey near = HeaderKey.near(text);
        if (near == null) {
            describe(text, comment.line());
            return;
        }
        String hint = "Did you mean `-- " + near.text() + ": …`?";
        problems.add(comment.line(), "This header line is not spelled right", hint);
        put(near, text.substring(text.indexOf(':') + 1), comment.line());
    }

    private void put(HeaderKey key, String value, int line) {
        if (lines.putIfAbsent(key, new Line(value.strip(), line)) != null) {
            problems.add(line, "The header line `" + key.text() + "` stands here a second time", null);
        }
    }

    /** Returns the header as far as it can be read, or {@code null} without a usable id. */
    @Nullable ScriptHeader header(ScriptOrigin origin) {
        Revision revision = revision();
        Instant created = created();
        List<String> requiresBackfills = requiresBackfills();
        return revision == null
                ? null
                : new ScriptHeader(revision, origin, description(), created, ScriptKind.SQL, requiresBackfills);
    }

    private @Nullable Revision revision() {
        String message = value(HeaderKey.MESSAGE);
        checkMessage(message);
        List<String> revises = names(HeaderKey.REVISES);
        List<String> dependsOn = names(HeaderKey.DEPENDS_ON);
        List<String> labels = names(HeaderKey.LABELS);
        if (!lines.containsKey(HeaderKey.REVISION)) {
            problems.add(
                    1,
                    "The header has no line `-- revision: <id>`",
                    "Add it, or move the file elsewhere if it is no revision.");
            return null;
        }
        String id = value(HeaderKey.REVISION);
        return checkName(id, HeaderKey.REVISION) ? new Revision(id, revises, dependsOn, labels, message) : null;
    }

    private List<String> requiresBackfills() {
        String value = value(HeaderKey.REQUIRES_BACKFILL);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> names = BackfillScript.names(value);
        BackfillScript.check(names, line(HeaderKey.REQUIRES_BACKFILL), problems);
        return names;
    }

    /** Returns the line of the id, 1 without any. */
    int line() {
        return line(HeaderKey.REVISION);
    }

    private String description() {
        return description == null ? "" : description.toString().stripTrailing();
    }

    private @Nullable Instant created() {
        String value = value(HeaderKey.CREATED);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return instant(value);
        } catch (DateTimeException e) {
            String hint = "Write it as in `-- created: 2026-01-28T14:30:00Z`.";
            problems.add(line(HeaderKey.CREATED), "`created` is not an instant", hint);
            return null;
        }
    }

    /** Reads an instant; loading the formatters of java.time for one costs more than reading a thousand scripts. */
    static Instant instant(String value) {
        return value.length() == 20 && value.endsWith("Z") ? plainInstant(value) : Instant.parse(value);
    }

    private static Instant plainInstant(String value) {
        if (value.charAt(4) != '-'
                || value.charAt(7) != '-'
                || value.charAt(10) != 'T'
                || value.charAt(13) != ':'
                || value.charAt(16) != ':') {
            throw new DateTimeParseException("Not an instant", value, 0);
        }
        return LocalDateTime.of(
                        number(value, 0, 4),
                        number(value, 5, 7),
                        number(value, 8, 10),
                        number(value, 11, 13),
                        number(value, 14, 16),
                        number(value, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new DateTimeParseException("Not an instant", text, i);
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    private void describe(String comment, int line) {
        String text = comment.startsWith(" ") ? comment.substring(1) : comment;
        String printable = Printable.isPrintable(text) ? text.stripTrailing() : Printable.of(text);
        if (description == null) {
            if (printable.isEmpty()) {
                return;
            }
            description = new StringBuilder();
        } else if (line > descriptionLine + 1) {
            description.append('\n');
        }
        description.append(printable).append('\n');
        descriptionLine = line;
    }

    private void checkMessage(String message) {
        if (message.isEmpty()) {
            problems.add(line(), "The header has no message", "Add a line `-- message: <what the revision does>`.");
        } else if (!Printable.isPrintable(message)) {
            problems.add(line(HeaderKey.MESSAGE), "The message holds control characters", "Remove them.");
        }
    }

    private List<String> names(HeaderKey key) {
        String value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.indexOf(',') < 0) {
            return checkName(value, key) ? List.of(value) : List.of();
        }
        List<String> names = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String name = part.strip();
            if (names.contains(name)) {
                problems.add(line(key), "`" + key.text() + "` names " + name + " twice", null);
            } else if (checkName(name, key)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean checkName(String name, HeaderKey key) {
        return HeaderName.isUsable(name, key.isId())
                || new HeaderName(key.text(), key.isId(), line(key)).check(name, problems);
    }

    private String value(HeaderKey key) {
        Line line = lines.get(key);
        return line == null ? "" : line.value();
    }

    private int line(HeaderKey key) {
        Line line = lines.get(key);
        return line == null ? 1 : line.number();
    }

    private record Line(String value, int number) {}
}
