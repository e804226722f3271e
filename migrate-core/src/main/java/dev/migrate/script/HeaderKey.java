package dev.migrate.script;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The keys of header lines. */
enum HeaderKey {
    REVISION("revision"),
    REVISES("revises"),
    MESSAGE("message"),
    CREATED("created"),
    LABELS("labels"),
    DEPENDS_ON("depends-on");

    private static final HeaderKey[] KEYS = values();

    private static final List<String> TEXTS =
            Arrays.stream(KEYS).map(HeaderKey::text).toList();

    private final String text;

    HeaderKey(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Tells whether the values are ids; otherwise they may be labels. */
    boolean isId() {
        return this == REVISION || this == REVISES;
    }

    /** Returns the key that stands before a colon at the beginning of this part of the text, or {@code null}. */
    static @Nullable HeaderKey of(String text, int from, int end) {
        int start = skipBlanks(text, from, end);
        for (HeaderKey key : KEYS) {
            int colon = start + key.text.length();
            if (colon < end && text.charAt(colon) == ':' && text.startsWith(key.text, start)) {
                return key;
            }
        }
        return null;
    }

    /** Returns the key that was probably meant by what stands before the first colon, or {@code null}. */
    static @Nullable HeaderKey near(String text, int from, int end) {
        int start = skipBlanks(text, from, end);
        int colon = start;
        while (colon < end && isKeyLike(text.charAt(colon))) {
            colon++;
        }
        if (colon == end || text.charAt(colon) != ':') {
            return null;
        }
        String closest = Spelling.closest(text.substring(start, colon).strip(), TEXTS);
        return closest == null ? null : KEYS[TEXTS.indexOf(closest)];
    }

    private static boolean isKeyLike(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == ' ';
    }

    private static int skipBlanks(String text, int from, int end) {
        int start = from;
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }
}
