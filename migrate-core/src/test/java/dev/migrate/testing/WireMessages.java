package dev.migrate.testing;

import java.io.DataInputStream;
import java.io.IOException;

/** Messages of PostgreSQL's protocol, each as it comes: its type, which only the first one of a client lacks, its length and its body. */
public final class WireMessages {

    private WireMessages() {}

    /** Reads one message. */
    public static byte[] read(DataInputStream in, boolean typed) throws IOException {
        int type = typed ? in.readUnsignedByte() : -1;
        int length = in.readInt();
        byte[] message = new byte[length + (typed ? 1 : 0)];
        int at = 0;
        if (typed) {
            message[at++] = (byte) type;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            message[at++] = (byte) (length >> shift);
        }
        in.readFully(message, at, length - Integer.BYTES);
        return message;
    }
}
