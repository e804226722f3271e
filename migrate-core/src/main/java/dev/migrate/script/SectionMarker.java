package dev.migrate.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

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
            "The markers are `-- migrate:upgrade`, `-- migrate:downgrade` and `-- migrate:irreversible <why>`.";

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
        int word = wordStart(comment);
        return comment.text().regionMatches(true, word, PREFIX, 0, PREFIX.length())
                && word + PREFIX.length() <= comment.end();
    }

    /** Reads the marker on which the tokenizer stands; what is close to one is reported and taken for it. */
    static @Nullable SectionMarker read(Tokenizer comment, Problems problems) {
        String text =
                comment.text().substring(wordStart(comment), comment.end()).strip();
        int line = comment.line();
        if (!startsLine(comment)) {
            problems.add(line, "A section marker needs a line of its own", null);
        }
        String body = text.substring(PREFIX.length());
        int wordEnd = 0;
        while (wordEnd < body.length() && !Character.isWhitespace(body.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = body.substring(0, wordEnd);
        String rest = body.substring(wordEnd).strip();
        Kind kind = exactly(word);
        if (kind == null || !text.startsWith(PREFIX)) {
            String closest = kind == null ? Spelling.closest(word, words()) : word;
            String hint = closest == null ? KNOWN : "Did you mean `" + START + closest + "`?";
            problems.add(line, "`-- " + PREFIX + Printable.of(word) + "` is not a section marker", hint);
            kind = closest == null ? null : exactly(closest);
        }
        return kind == null ? null : new SectionMarker(kind, rest, line);
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

    private static int wordStart(Tokenizer comment) {
        int index = comment.start() + 2;
        while (index < comment.end()
                && (comment.text().charAt(index) == ' ' || comment.text().charAt(index) == '\t')) {
            index++;
        }
        return index;
    }

    private static boolean startsLine(Tokenizer comment) {
        int index = comment.start() - 1;
        while (index >= 0
                && (comment.text().charAt(index) == ' ' || comment.text().charAt(index) == '\t')) {
            index--;
        }
        return index < 0 || comment.text().charAt(index) == '\n';
    }
}
