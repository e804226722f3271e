package dev.migrate.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One file of the history, read just well enough to run it without the engine. */
record RevisionFile(
        String fileName,
        String id,
        List<String> revises,
        String upgrade,
        @Nullable String downgrade) {

    private static final Pattern FILE = Pattern.compile(
            "-- revision: (?<id>\\w+)\n(-- revises: (?<revises>[\\w, ]+)\n)?-- message: .*?\n-- migrate:upgrade\n"
                    + "(?<upgrade>.*?)\n-- migrate:(downgrade\n(?<downgrade>.*)|irreversible .*)",
            Pattern.DOTALL);

    /** Reads the whole history, parents first. */
    static List<RevisionFile> history() throws IOException {
        List<RevisionFile> rest = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/revisions/*.sql")) {
            rest.add(parse(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
        }
        List<RevisionFile> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (!rest.isEmpty()) {
            RevisionFile next = rest.stream()
                    .filter(file -> seen.containsAll(file.revises()))
                    .findFirst()
                    .orElseThrow();
            rest.remove(next);
            ordered.add(next);
            seen.add(next.id());
        }
        return ordered;
    }

    private static RevisionFile parse(String fileName, String content) {
        Matcher file = FILE.matcher(content);
        if (!file.matches()) {
            throw new IllegalArgumentException(fileName + " is not a revision");
        }
        String revises = file.group("revises");
        return new RevisionFile(
                fileName,
                file.group("id"),
                revises == null ? List.of() : Arrays.asList(revises.split(", ")),
                file.group("upgrade"),
                file.group("downgrade"));
    }

    void up(Connection connection) throws SQLException {
        run(connection, upgrade);
    }

    void down(Connection connection) throws SQLException {
        if (downgrade == null) {
            throw new IllegalStateException(id + " is irreversible");
        }
        run(connection, downgrade);
    }

    private static void run(Connection connection, String section) throws SQLException {
        connection.setAutoCommit(section.contains(" CONCURRENTLY "));
        try (Statement statement = connection.createStatement()) {
            statement.execute(section);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        connection.setAutoCommit(true);
    }
}
