package dev.migrate.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The canonical text of a script: UTF-8 with line feeds only and without a byte order mark. */
final class ScriptText {

    private final byte[] bytes;

    private final int start;

    private ScriptText(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    static ScriptText of(byte[] content, Problems problems) {
        int start = start(content);
        boolean ascii = true;
        boolean carriageReturns = false;
        int nul = -1;
        for (int i = start; i < content.length; i++) {
            byte c = content[i];
            if (c <= '\r' && c != '\n') {
                ascii &= c >= 0;
                carriageReturns |= c == '\r';
                nul = c == 0 && nul < 0 ? i : nul;
            }
        }
        if (nul >= 0) {
            problems.add(
                    lineOf(content, nul), "There is a NUL character", "PostgreSQL text cannot hold it; remove it.");
        }
        if (!ascii) {
            checkEncoding(content, start, problems);
        }
        return carriageReturns ? withoutCarriageReturns(content, start) : new ScriptText(content, start);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the index of the first byte. */
    int start() {
        return start;
    }

    private static ScriptText withoutCarriageReturns(byte[] content, int start) {
        byte[] bytes = new byte[content.length];
        int length = 0;
        for (int i = start; i < content.length; i++) {
            boolean lineBreak = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
            if (!lineBreak) {
                bytes[length++] = content[i];
            }
        }
        return new ScriptText(Arrays.copyOf(bytes, length), 0);
    }

    private static void checkEncoding(byte[] content, int start, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true);
        if (result.isError()) {
            int index = bytes.position();
            problems.add(
                    lineOf(content, index), "Byte " + index + " of the file is not UTF-8", "Save the file as UTF-8.");
        }
    }

    /** Returns the index of the first byte behind a byte order mark. */
    static int start(byte[] content) {
        boolean mark = content.length >= 3
                && content[0] == (byte) 0xef
                && content[1] == (byte) 0xbb
                && content[2] == (byte) 0xbf;
        return mark ? 3 : 0;
    }

    private static int lineOf(byte[] content, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
