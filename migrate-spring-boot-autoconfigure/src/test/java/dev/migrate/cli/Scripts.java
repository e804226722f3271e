package dev.migrate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of revision scripts, written by a test. */
record Scripts(Path folder) {

    private static final Pattern TABLE = Pattern.compile("^CREATE TABLE (\\w+)");

    /** The folder with two revisions, one after the other. */
    static Scripts twoIn(Path folder) {
        return new Scripts(folder)
                .add("aaaa11111111", "", "Create people", "CREATE TABLE people (id int);")
                .add("bbbb22222222", "aaaa11111111", "Create pets", "CREATE TABLE pets (id int);");
    }

    /** Adds a revision, which is taken back by dropping its table, if it creates one. */
    Scripts add(String id, String revises, String message, String upgrade) {
        String parents = revises.isEmpty() ? "" : "-- revises: " + revises + "\n";
        Matcher table = TABLE.matcher(upgrade);
        String downgrade = table.find() ? "DROP TABLE " + table.group(1) + ";" : "";
        return write(
                id + ".sql",
                "-- revision: " + id + "\n" + parents + "-- message: " + message + "\n\n-- migrate:upgrade\n" + upgrade
                        + "\n\n-- migrate:downgrade\n" + downgrade + "\n");
    }

    /** Adds a file. */
    Scripts write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns an application that has these scripts and no database. */
    CommandLineApplication application() {
        return new CommandLineApplication()
                .with("migrate.locations", "file:" + folder)
                .with("migrate.source-directory", folder);
    }
}
