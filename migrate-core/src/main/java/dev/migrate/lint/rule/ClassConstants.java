package dev.migrate.lint.rule;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a class file names.
 *
 * @param classes the classes that it uses, with slashes
 * @param texts every text of its constant pool, the types of its annotations among them
 */
record ClassConstants(List<String> classes, List<String> texts) {

    private static final int HEADER = 8;

    /** Reads the file of a class, or returns {@code null} where there is none to be read. */
    static @Nullable ClassConstants read(ClassLoader loader, String name) {
        try (InputStream stream = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return stream == null ? null : read(stream.readAllBytes());
        } catch (IOException e) {
            return null;
        }
    }

    private static ClassConstants read(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        in.skipBytes(HEADER);
        int count = in.readUnsignedShort();
        @Nullable String[] texts = new String[count];
        List<Integer> classes = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes.add(in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                case 5, 6 -> {
                    in.skipBytes(8);
                    // Numbers of eight bytes take two places.
                    i++;
                }
                default -> in.skipBytes(4);
            }
        }
        List<String> names = new ArrayList<>();
        for (int index : classes) {
            String name = texts[index];
            if (name != null) {
                names.add(name);
            }
        }
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                all.add(text);
            }
        }
        return new ClassConstants(names, all);
    }
}
