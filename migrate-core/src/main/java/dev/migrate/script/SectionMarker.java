package dev.migrate.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;

/**
 * A comment that opens a section, such as {@code -- migrate:upgrade transaction=false}.
 *
 * @param kind what it opens
 * @param rest what stands behind the word
 * @param line the line it stands on
 */
record SectionMarker(Kind kind, String rest, int line) {

    /** The beginning of a marker as it should be written. */
    static final String START = "-- migrate:";

    private static final String PREFIX = "migrate:";

    private static final String KNOWN =
            "The markers are `-- migrate:upgrade`, `-- migrate:downgrade` and `-- migrate:irreversible <why>`; `-- migrate:allow` names a lint rule.";

    /** The sections. */
    enum Kind {
        UPGRADE("upgrade"),
        DOWNGRADE("downgrade"),
        IRREVERSIBLE("irreversible");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the marker as it should be written. */
        String marker() {
            return START + word;
        }
    }

    /** Tells whether the comment on which the tokenizer stands is meant to be a marker. */
    static boolean isMarker(Tokenizer comment) {
        int word = comment.skipSpaces(comment.start() + 2);
        return (comment.at(word) | 0x20) == PREFIX.charAt(0)
                && word + PREFIX.length() <= comment.end()
                && comment.standsInAnyCase(PREFIX, word);
    }

    /** Reads the marker on which the tokenizer stands; what is close to one is reported and taken for it. */
    static @Nullable SectionMarker read(Tokenizer comment, Problems problems) {
        int line = comment.line();
        if (!comment.startsLine()) {
            problems.add(line, "A section marker needs a line of its own", null);
        }
        int prefix = comment.skipSpaces(comment.start() + 2);
        String body = comment.text(prefix + PREFIX.length(), comment.end());
        int wordEnd = 0;
        while (wordEnd < body.length() && !Character.isWhitespace(body.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = body.substring(0, wordEnd);
        Kind kind = exactly(word);
        if (kind == null || !comment.stands(PREFIX, prefix)) {
            String closest = kind == null ? Spelling.nearest(word, words()) : word;
            String hint = closest == null ? KNOWN : "Did you mean `" + START + closest + "`?";
            problems.add(line, "`-- " + PREFIX + Printable.of(word) + "` is not a section marker", hint);
            kind = closest == null ? null : exactly(closest);
        }
        return kind == null
                ? null
                : new SectionMarker(kind, body.substring(wordEnd).strip(), line);
    }

    private static @Nullable Kind exactly(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static List<String> words() {
        return List.of(Kind.UPGRADE.word, Kind.DOWNGRADE.word, Kind.IRREVERSIBLE.word);
    }
}
