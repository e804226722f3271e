package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files that migrate and plain JDBC share: one chain of revisions. */
final class Scripts {

    private Scripts() {}

    static void write(Path folder, int revisions) throws IOException {
        for (int number = 1; number <= revisions; number++) {
            String revises = number == 1 ? "" : "-- revises: " + id(number - 1) + "\n";
            Files.writeString(
                    folder.resolve(id(number) + "_create_a_table.sql"),
                    "-- revision: " + id(number) + "\n" + revises + "-- message: Create a table\n"
                            + "\n-- migrate:upgrade\n" + Statements.text(Statements.up(number))
                            + "\n-- migrate:downgrade\n" + Statements.text(Statements.down(number)));
        }
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "r%05d", number);
    }
}
