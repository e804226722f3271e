package dev.migrate.script;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

/**
 * A checksum over the content of many scripts. Its two halves have polynomials without a common factor, so that together they are
 * one of 64 bits, and the virtual machine computes both at full speed before it has compiled anything.
 */
final class DirectoryHash {

    /** To be counted up whenever equal bytes come to be read as other revisions. */
    private static final byte FORMAT = 2;

    private static final int HALF = 32;

    private final Checksum high = new CRC32();

    private final Checksum low = new CRC32C();

    private DirectoryHash() {}

    /**
     * Returns the hash, or {@code null} if one of the scripts could not be read.
     *
     * @param contents in load order; the names of the files do not matter
     */
    static @Nullable String of(List<FoundScripts.Content> contents) {
        DirectoryHash hash = new DirectoryHash();
        hash.update(new byte[] {FORMAT});
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (FoundScripts.Content content : contents) {
            byte[] bytes = content.bytes();
            if (bytes == null) {
                return null;
            }
            // With the length before it, no script can pass for the end of another.
            hash.update(length.putInt(0, bytes.length).array());
            hash.update(bytes);
        }
        return HexFormat.of().toHexDigits(hash.high.getValue() << HALF | hash.low.getValue());
    }

    private void update(byte[] bytes) {
        high.update(bytes);
        low.update(bytes);
    }
}
