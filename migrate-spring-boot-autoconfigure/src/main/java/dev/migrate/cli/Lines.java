package dev.migrate.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/** A stream of lines, the last of which may wait for its end. Others who write to the same stream, such as the log, do not write into it. */
final class Lines {

    private final PrintStream stream;

    /** What makes room for others where a line waits. */
    private final String room;

    private final ReentrantLock lock = new ReentrantLock();

    private boolean open;

    /**
     * Writes to a stream.
     *
     * @param room what takes the place of the end of a line that waits, when others write
     */
    Lines(PrintStream stream, String room) {
        this.stream = stream;
        this.room = room;
    }

    /** Writes text as it is; the line waits for its end afterwards, unless it has it. */
    void write(String text, boolean waits) {
        lock.lock();
        try {
            stream.print(text);
            stream.flush();
            open = waits;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the line that waits with a text, or writes another where none does, which may be nothing. */
    void end(String text, String otherwise) {
        lock.lock();
        try {
            write(open ? text : otherwise, false);
        } finally {
            lock.unlock();
        }
    }

    /** Writes bytes as they are. */
    void write(byte[] bytes, int from, int length) {
        lock.lock();
        try {
            stream.write(bytes, from, length);
            stream.flush();
        } finally {
            lock.unlock();
        }
    }

    /** Returns a stream to the same place for everybody else. */
    PrintStream forOthers() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int single) {
                        write(new byte[] {(byte) single}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        lock.lock();
                        try {
                            end(room, "");
                            Lines.this.write(bytes, from, length);
                        } finally {
                            lock.unlock();
                        }
                    }
                },
                true);
    }
}
