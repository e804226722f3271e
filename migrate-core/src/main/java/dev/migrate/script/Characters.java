package dev.migrate.script;

import java.util.Arrays;

/** What the bytes of SQL in UTF-8 can be part of. */
final class Characters {

    static final int STARTS_WORD = 1;

    static final int DIGIT = 2;

    static final int DOLLAR = 4;

    static final int CONTINUES_TAG = STARTS_WORD | DIGIT;

    static final int CONTINUES_WORD = CONTINUES_TAG | DOLLAR;

    static final int BLANK = 8;

    /** The classes of each byte. */
    static final byte[] CLASSES = classes();

    private Characters() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, 'a', 'z' + 1, (byte) STARTS_WORD);
        Arrays.fill(classes, 'A', 'Z' + 1, (byte) STARTS_WORD);
        Arrays.fill(classes, 0x80, 0x100, (byte) STARTS_WORD);
        classes['_'] = STARTS_WORD;
        Arrays.fill(classes, '0', '9' + 1, (byte) DIGIT);
        classes['$'] = DOLLAR;
        for (char blank : new char[] {' ', '\t', '\n', '\u000b', '\f', '\r'}) {
            classes[blank] = BLANK;
        }
        return classes;
    }
}
