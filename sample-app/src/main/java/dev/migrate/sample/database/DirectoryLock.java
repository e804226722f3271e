package dev.migrate.sample.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** An exclusive lock on a file, so that only one process at a time starts or stops the server. */
final class DirectoryLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock acquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (tryLock(channel) == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw new IOException("another process has held " + file + " for " + PATIENCE.toMinutes() + " minutes");
            }
            Pause.brief();
        }
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByAnotherContextOfThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
