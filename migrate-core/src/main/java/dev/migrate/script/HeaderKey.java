package dev.migrate.script;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;

/** The keys of header lines. */
enum HeaderKey {
    REVISION("revision"),
    REVISES("revises"),
    MESSAGE("message"),
    CREATED("created"),
    LABELS("labels"),
    DEPENDS_ON("depends-on"),
    REQUIRES_BACKFILL("requires-backfill");

    private static final HeaderKey[] KEYS = values();

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

    /** Returns the key that stands before a colon at the beginning of the comment, or {@code null}. */
    static @Nullable HeaderKey of(Tokenizer comment) {
        return at(comment, comment.skipSpaces(comment.start() + 2), comment.end());
    }

    /** Returns the key that stands before a colon at this place, or {@code null}. */
    static @Nullable HeaderKey at(TextCursor text, int start, int end) {
        byte initial = text.at(start);
        for (HeaderKey key : KEYS) {
            if (key.text.charAt(0) == initial && text.stands(key.text, start)) {
                int colon = start + key.text.length();
                return colon < end && text.at(colon) == ':' ? key : null;
            }
        }
        return null;
    }

    /** Returns the key that was probably meant by what stands before the first colon, or {@code null}. */
    static @Nullable HeaderKey near(String comment) {
        int colon = 0;
        while (colon < comment.length() && isKeyLike(comment.charAt(colon))) {
            colon++;
        }
        if (colon == comment.length() || comment.charAt(colon) != ':') {
            return null;
        }
        String written = comment.substring(0, colon).strip().replace('_', '-').replace(' ', '-');
        List<String> texts = Arrays.stream(KEYS).map(HeaderKey::text).toList();
        String closest = Spelling.nearest(written, texts);
        return closest == null ? null : KEYS[texts.indexOf(closest)];
    }

    private static boolean isKeyLike(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == ' ';
    }
}
