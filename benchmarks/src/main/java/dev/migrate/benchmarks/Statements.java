package dev.migrate.benchmarks;

import java.util.List;
import java.util.Locale;

/** The same small change for every tool. */
final class Statements {

    private Statements() {}

    static List<String> up(int number) {
        String table = table(number);
        return List.of(
                "CREATE TABLE " + table + " (id bigint PRIMARY KEY, name text NOT NULL)",
                "CREATE INDEX " + table + "_name ON " + table + " (name)");
    }

    static List<String> down(int number) {
        return List.of("DROP TABLE " + table(number));
    }

    /** Joins statements as they stand in a file. */
    static String text(List<String> statements) {
        return String.join(";\n", statements) + ";\n";
    }

    private static String table(int number) {
        return String.format(Locale.ROOT, "bench_%05d", number);
    }
}
