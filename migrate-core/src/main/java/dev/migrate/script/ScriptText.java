package dev.migrate.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The canonical text of a script, with line feeds only and without a byte order mark, and its checksum.
 *
 * @param text what is parsed
 * @param checksum SHA-256 over the text
 */
record ScriptText(String text, String checksum) {

    static ScriptText of(byte[] content, Checksums checksums, Problems problems) {
        int from = startsWithMark(content) ? 3 : 0;
        byte[] canonical = content;
        String text = decode(content, from, problems);
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n");
            canonical = text.getBytes(StandardCharsets.UTF_8);
            from = 0;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(lineOf(text, nul), "There is a NUL character", "PostgreSQL text cannot hold it; remove it.");
        }
        return new ScriptText(text, checksums.content(canonical, from));
    }

    private static String decode(byte[] content, int from, Problems problems) {
        String text = new String(content, from, content.length - from, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            reportMalformed(content, from, problems);
        }
        return text;
    }

    /** Only a text with a replacement character can be malformed, or have that very character as its author's. */
    private static void reportMalformed(byte[] content, int from, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            problems.add(line, "Byte " + bytes.position() + " of the file is not UTF-8", "Save the file as UTF-8.");
        }
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xef
                && content[1] == (byte) 0xbb
                && content[2] == (byte) 0xbf;
    }

    private static int lineOf(String text, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
