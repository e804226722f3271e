package dev.migrate.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Revisions are changed after they were applied, and a run is asked for one more. */
@SuppressWarnings("NullAway.Init")
class TamperedRevisionTests {

    private static final int REVISIONS = Cases.isWhole() ? 500 : 40;

    private static final List<Change> CHANGES = List.of(Change.values());

    private static final int APPLIED = REVISIONS - 1;

    @TempDir
    Path root;

    @Test
    void everyChangeIsNoticedBeforeAnythingRuns() throws Exception {
        Cases.of((long) APPLIED * CHANGES.size(), 60).each(() -> new Lane(root), (lane, seed) -> {
            Change change = CHANGES.get((int) (seed / APPLIED));
            lane.change(change, (int) (seed % APPLIED), new Random(seed));
        });
    }

    /** A folder of its own, of which a database has all revisions but one. */
    private static final class Lane implements AutoCloseable {

        private final Path folder;

        private final Workplace place;

        private final Heads heads;

        Lane(Path root) throws IOException {
            folder = Files.createTempDirectory(root, "lane");
            place = new Workplace(new ProbedHistory(folder, REVISIONS, ProbedHistory.Indexes.NONE));
            place.clear();
            Path last = file(APPLIED);
            byte[] content = Files.readAllBytes(last);
            Files.delete(last);
            place.migrator(place.database()).upgrade(Target.heads());
            Files.write(last, content);
            heads = place.migrator(place.database()).current();
        }

        void change(Change change, int revision, Random random) throws IOException {
            Path file = file(revision);
            byte[] content = Files.readAllBytes(file);
            Path added = folder.resolve("added.sql");
            try {
                String what = change + " " + change.apply(file, content, random);
                assertThatExceptionOfType(MigrateException.class)
                        .as(what)
                        .isThrownBy(() -> place.migrator(place.database()).upgrade(Target.heads()));
                assertThat(place.migrator(place.database()).current()).as(what).isEqualTo(heads);
            } finally {
                Files.write(file, content);
                Files.deleteIfExists(added);
            }
        }

        private Path file(int revision) {
            return folder.resolve(ProbedHistory.id(revision) + ".sql");
        }

        /** Checks that what is left to do can still be done. */
        @Override
        public void close() {
            try (place) {
                place.assertCompletes();
            }
        }
    }

    private static void edit(Path file, byte[] content, String regex, String replacement) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        String edited = text.replaceFirst(regex, replacement);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(file, edited);
    }

    /** What may happen to a file. */
    private enum Change {
        ONE_BYTE {
            @Override
            String apply(Path file, byte[] content, Random random) throws IOException {
                byte[] changed = content.clone();
                int at = random.nextInt(changed.length);
                // A single bit, which makes no line end of another kind.
                changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Files.write(file, changed);
                return file.getFileName() + ", byte " + at + " is " + changed[at];
            }
        },
        DELETED {
            @Override
            String apply(Path file, byte[] content, Random random) throws IOException {
                Files.delete(file);
                return file.toString();
            }
        },
        REPARENTED {
            @Override
            String apply(Path file, byte[] content, Random random) throws IOException {
                boolean root = file.endsWith("r000.sql");
                edit(
                        file,
                        content,
                        root ? "-- message" : "-- revises: .*\n",
                        root ? "-- revises: r001\n-- message" : "");
                return file.toString();
            }
        },
        INSERTED_ABOVE {
            @Override
            String apply(Path file, byte[] content, Random random) throws IOException {
                Files.writeString(
                        file.resolveSibling("added.sql"),
                        "-- revision: added\n-- message: Added\n\n-- migrate:upgrade\nCREATE TABLE added (id int);\n");
                edit(file, content, "-- message", "-- depends-on: added\n-- message");
                return file.toString();
            }
        };

        abstract String apply(Path file, byte[] content, Random random) throws IOException;
    }
}
