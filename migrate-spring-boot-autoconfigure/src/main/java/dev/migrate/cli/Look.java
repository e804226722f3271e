package dev.migrate.cli;

/** What may be written to a stream besides plain lines. */
enum Look {
    /** A file or a pipe: whole lines without colours. */
    PLAIN,
    /** A terminal whose user wants no colours: the last line may be drawn again. */
    LIVE,
    /** A terminal. */
    COLOURED
}
