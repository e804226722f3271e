package dev.migrate.cli;

/** The colours of the command line, by what they mean. */
enum Colour {
    /** Something went well. */
    GOOD(32),
    /** Somebody has to do something. */
    ATTENTION(33),
    /** Something failed. */
    BAD(31),
    /** An id. */
    REVISION(36);

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
