package dev.migrate.script;

import java.nio.charset.StandardCharsets;

/** A place in a text that is being read, and ways to look around from it. */
class TextCursor {

    final byte[] text;

    final int from;

    final int limit;

    int position;

    int nextLine;

    private int noCopyEndBefore;

    TextCursor(byte[] text, int from, int limit, int line) {
        this.text = text;
        this.from = from;
        this.limit = limit;
        this.position = from;
        this.nextLine = line;
    }

    /** Returns a part of the text. */
    final String text(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** Returns one byte of the text, 0 behind its end. */
    final byte at(int index) {
        return index < limit ? text[index] : 0;
    }

    /** Tells whether this ASCII text stands here. */
    final boolean stands(String expected, int index) {
        if (index + expected.length() > limit) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[index + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether this ASCII text, given in small letters, stands here in letters of any size. */
    final boolean standsInAnyCase(String expected, int index) {
        if (index + expected.length() > limit) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            byte c = text[index + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first index from this one on that holds neither a space nor a tab. */
    final int skipSpaces(int from) {
        int index = from;
        while (index < limit && (text[index] == ' ' || text[index] == '\t')) {
            index++;
        }
        return index;
    }

    /** Moves on to the end of the line, which the next token does not belong to. */
    final void skipLine() {
        position = lineEnd(position);
    }

    /** Moves behind the line that ends the data of a COPY, if there is one before the next section marker. */
    final void skipCopyData() {
        if (position < noCopyEndBefore) {
            return;
        }
        int lines = 0;
        int lineStart = lineEnd(position) + 1;
        while (lineStart < limit && !stands(SectionMarker.START, lineStart)) {
            lines++;
            int end = lineEnd(lineStart);
            if (end - lineStart == 2 && stands("\\.", lineStart)) {
                position = end;
                nextLine += lines;
                return;
            }
            lineStart = end + 1;
        }
        noCopyEndBefore = lineStart;
    }

    final void skipWhitespace() {
        int index = position;
        while (index < limit && (Characters.CLASSES[text[index] & 0xff] & Characters.BLANK) != 0) {
            if (text[index++] == '\n') {
                nextLine++;
            }
        }
        position = index;
    }

    final int lineEnd(int from) {
        int end = from;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    final boolean isBlank(int index) {
        return (Characters.CLASSES[text[index] & 0xff] & Characters.BLANK) != 0;
    }

    /** Returns the first index from this one on that is of none of the classes. */
    final int skip(int from, int classes) {
        byte[] bytes = text;
        int index = from;
        int end = limit;
        while (index < end && (Characters.CLASSES[bytes[index] & 0xff] & classes) != 0) {
            index++;
        }
        return index;
    }
}
