package dev.migrate.lint.effect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static java.util.Objects.requireNonNull;

/** Every kind of statement that a lint rule is about, and a database to run them in. */
public final class StatementKinds {

    /**
     * One kind.
     *
     * @param setup what is committed before
     * @param before what runs before it in its session
     */
    public record StatementKind(String name, List<String> setup, List<String> before, String sql) {

        @Override
        public String toString() {
            return name;
        }
    }

    private StatementKinds() {}

    /** Returns the statements that fill the database. */
    public static List<String> world() {
        return List.of(read("world.sql").strip().split(";\\s*\\n|;$"));
    }

    /** Returns every kind. */
    public static List<StatementKind> all() {
        List<StatementKind> kinds = new ArrayList<>();
        for (String block : read("kinds.sql").split("-- kind: ", -1)) {
            if (!block.isBlank()) {
                kinds.add(kind(block.strip()));
            }
        }
        return kinds;
    }

    private static StatementKind kind(String block) {
        List<String> setup = new ArrayList<>();
        List<String> before = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        String[] lines = block.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("-- setup: ")) {
                setup.add(lines[i].substring("-- setup: ".length()));
            } else if (lines[i].startsWith("-- before: ")) {
                before.add(lines[i].substring("-- before: ".length()));
            } else {
                sql.append(lines[i]).append('\n');
            }
        }
        return new StatementKind(lines[0], setup, before, sql.toString().strip().replaceAll(";$", ""));
    }

    private static String read(String name) {
        try (InputStream stream = requireNonNull(StatementKinds.class.getResourceAsStream("/lint/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
