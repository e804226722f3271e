package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A tool that applies revisions. */
interface Contestant {

    /** Writes so many revisions into an empty folder, in the tool's own form. */
    void write(Path folder, int revisions) throws IOException;

    /** Tells whether the tool has this at all. */
    boolean does(Kind kind);

    /**
     * Does it, as a program does that uses the tool for the first time.
     *
     * @return how many revisions a {@link Kind#LIST} has listed, otherwise 0
     */
    int call(Call call) throws Exception;
}
