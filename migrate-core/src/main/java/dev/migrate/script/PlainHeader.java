package dev.migrate.script;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * Reads a header that is written as the templates write it: header lines alone, none twice, each with one name or value. Thousands of
 * scripts are read by code that no compiler has come to yet, so this takes few steps for each. {@link HeaderReader} reads all others,
 * says what is wrong with them, and finds the same in these.
 */
final class PlainHeader extends TextCursor {

    private static final String DASHES = "-- ";

    private final Map<HeaderKey, String> values = new EnumMap<>(HeaderKey.class);

    private int idLine;

    private @Nullable Instant created;

    private PlainHeader(byte[] text) {
        super(text, 0, text.length, 1);
    }

    /** Returns the header of a script in front of whose first section nothing else stands, {@code null} if it is not plain. */
    static @Nullable ScriptHeader read(String path, @Nullable Path file, byte[] text) {
        PlainHeader header = new PlainHeader(text);
        return header.isPlain() ? header.header(path, file) : null;
    }

    private boolean isPlain() {
        while (!stands(SectionMarker.START, position)) {
            int end = lineEnd(position);
            if (at(end) != '\n' || (end > position && !isTaken(end))) {
                return false;
            }
            position = end + 1;
            nextLine++;
        }
        return values.containsKey(HeaderKey.REVISION) && values.containsKey(HeaderKey.MESSAGE);
    }

    /** Takes the line that begins here. */
    private boolean isTaken(int end) {
        HeaderKey key = stands(DASHES, position) ? HeaderKey.at(this, position + DASHES.length(), end) : null;
        if (key == null) {
            return false;
        }
        String value =
                text(position + DASHES.length() + key.text().length() + 1, end).strip();
        if (key == HeaderKey.REVISION) {
            idLine = nextLine;
        }
        return values.put(key, value) == null && isPlain(key, value);
    }

    private boolean isPlain(HeaderKey key, String value) {
        if (key == HeaderKey.MESSAGE) {
            return !value.isEmpty() && Printable.isPrintable(value);
        }
        if (key == HeaderKey.CREATED) {
            try {
                created = HeaderReader.instant(value);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
        return key != HeaderKey.REQUIRES_BACKFILL && HeaderName.isUsable(value, key.isId());
    }

    private ScriptHeader header(String path, @Nullable Path file) {
        Revision revision = new Revision(
                value(HeaderKey.REVISION),
                names(HeaderKey.REVISES),
                names(HeaderKey.DEPENDS_ON),
                names(HeaderKey.LABELS),
                value(HeaderKey.MESSAGE));
        ScriptOrigin origin = new ScriptOrigin(path, idLine, file);
        return new ScriptHeader(revision, origin, "", created, ScriptKind.SQL, List.of());
    }

    private String value(HeaderKey key) {
        return values.getOrDefault(key, "");
    }

    private List<String> names(HeaderKey key) {
        String name = values.get(key);
        return name == null ? List.of() : List.of(name);
    }
}
