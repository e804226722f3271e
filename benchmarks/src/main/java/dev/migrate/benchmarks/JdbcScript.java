package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * A file as a plain program reads it, whose author knows that there is nothing difficult in it.
 *
 * @param id the revision
 * @param content the whole text
 */
record JdbcScript(String id, String content) {

    private static final String UP = "-- migrate:upgrade\n";

    private static final String DOWN = "-- migrate:downgrade\n";

    static List<JdbcScript> readAll(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        Collections.sort(files);
        List<JdbcScript> scripts = new ArrayList<>(files.size());
        for (Path file : files) {
            String content = Files.readString(file);
            int id = "-- revision: ".length();
            scripts.add(new JdbcScript(content.substring(id, content.indexOf('\n', id)), content));
        }
        return scripts;
    }

    List<String> up() {
        return statements(content.substring(content.indexOf(UP) + UP.length(), content.indexOf(DOWN)));
    }

    List<String> down() {
        return statements(content.substring(content.indexOf(DOWN) + DOWN.length()));
    }

    String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static List<String> statements(String section) {
        return Arrays.asList(section.strip().split(";\n?", 0));
    }
}
