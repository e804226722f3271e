package dev.migrate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.inspect.Inspector;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Target;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Random upgrades and downgrades through random graphs: the same revisions always make the same database. */
@SuppressWarnings("NullAway.Init")
class RandomWalkTests {

    private static final int MOVES = 15;

    private static final List<ObjectName> BOOKS =
            List.of(new ObjectName("public", "migrate_version"), new ObjectName("public", "migrate_history"));

    @TempDir
    Path root;

    @Test
    void theWayToAStateDoesNotShow() throws Exception {
        Cases.random(8, 1_000).each(Ground::new, (ground, seed) -> new Walk(
                        ground, Files.createTempDirectory(root, "walk"), new Random(seed))
                .go());
    }

    private static final class Walk {

        private final Ground ground;

        private final Random random;

        private final List<String> ids = new ArrayList<>();

        private final Map<String, Set<String>> ancestors = new HashMap<>();

        private final Map<Set<String>, Picture> seen = new HashMap<>();

        private final Migrator migrator;

        private int moves;

        Walk(Ground ground, Path folder, Random random) throws IOException {
            this.ground = ground;
            this.random = random;
            int revisions = 4 + random.nextInt(12);
            for (int i = 0; i < revisions; i++) {
                write(folder, i);
            }
            this.migrator =
                    new Migrator(MigrateSettings.defaults().withLocations(List.of("file:" + folder)), ground.database);
        }

        void go() {
            ground.clear();
            remember("at the start");
            while (moves < MOVES) {
                move();
            }
            migrator.upgrade(Target.heads());
            Picture all = remember("at the heads");
            assertThat(all.rows()).hasSize(ids.size());
            migrator.downgrade(Target.base());
            remember("back at the base");
        }

        private void move() {
            String target = target();
            boolean up = random.nextBoolean();
            try {
                if (up) {
                    migrator.upgrade(Target.parse(target));
                } else {
                    migrator.downgrade(Target.parse(target));
                }
                moves++;
            } catch (MigrateException e) {
                // Not every target can be reached from everywhere; then nothing may have happened, which is looked at
                // below.
                assertThat(e.hint()).as(e.getMessage()).isNotNull();
                moves += random.nextInt(2);
            }
            remember((up ? "upgrade " : "downgrade ") + target);
        }

        private String target() {
            String id = ids.get(random.nextInt(ids.size()));
            return switch (random.nextInt(6)) {
                case 0 -> "heads";
                case 1 -> "base";
                case 2 -> "+" + (1 + random.nextInt(3));
                case 3 -> "-" + (1 + random.nextInt(3));
                default -> id;
            };
        }

        private Picture remember(String move) {
            Set<String> applied = migrator.planner().applied(migrator.current()).stream()
                    .map(Revision::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            Picture now = ground.picture();
            assertThat(now).as("%s, move %d, with %s", move, moves, applied).isEqualTo(seen.getOrDefault(applied, now));
            seen.put(applied, now);
            return now;
        }

        private void write(Path folder, int i) throws IOException {
            String id = "walk%02d".formatted(i);
            Set<String> parents = some(i);
            Set<String> revises = maximal(parents);
            StringBuilder up = new StringBuilder("CREATE TABLE %1$s (id int PRIMARY KEY);\n".formatted(id));
            StringBuilder down = new StringBuilder();
            for (String parent : revises) {
                up.append(
                        "ALTER TABLE %1$s ADD COLUMN %2$s_n int DEFAULT 7;\nCREATE INDEX %2$s_%1$s ON %1$s (%2$s_n);\n"
                                .formatted(parent, id));
                up.append("INSERT INTO %1$s (id) VALUES (%2$d);\n".formatted(parent, i));
                down.append("DELETE FROM %1$s WHERE id = %2$d;\nALTER TABLE %1$s DROP COLUMN %3$s_n;\n"
                        .formatted(parent, i, id));
            }
            down.append("DROP TABLE ").append(id).append(";\n");
            Files.writeString(
                    folder.resolve(id + ".sql"),
                    "-- revision: " + id + "\n"
                            + (revises.isEmpty() ? "" : "-- revises: " + String.join(", ", revises) + "\n")
                            + "-- message: " + id + "\n\n-- migrate:upgrade\n" + up + "\n-- migrate:downgrade\n"
                            + down);
            ids.add(id);
            ancestors.put(id, closure(revises));
        }

        private Set<String> some(int i) {
            Set<String> parents = new TreeSet<>();
            for (int p = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); p > 0 && i > 0; p--) {
                parents.add(ids.get(Math.max(0, i - 1 - random.nextInt(4))));
            }
            return parents;
        }

        private Set<String> closure(Collection<String> of) {
            Set<String> all = new TreeSet<>(of);
            for (String id : of) {
                all.addAll(ancestors.get(id));
            }
            return all;
        }

        /** A parent that is an ancestor of another parent is refused. */
        private Set<String> maximal(Set<String> parents) {
            Set<String> maximal = new TreeSet<>(parents);
            for (String parent : parents) {
                maximal.removeAll(ancestors.get(parent));
            }
            return maximal;
        }
    }

    /** A database to walk on, and a connection that looks at it. */
    private static final class Ground implements AutoCloseable {

        private final DriverManagerDataSource database = TestDatabases.postgres();

        private final SingleConnectionDataSource watching =
                new SingleConnectionDataSource(String.valueOf(database.getUrl()), true);

        private final JdbcTemplate jdbc = new JdbcTemplate(watching);

        void clear() {
            jdbc.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }

        Picture picture() {
            List<String> rows = new ArrayList<>();
            try (Connection connection = requireNonNull(watching.getConnection())) {
                Schema schema = Inspector.postgres()
                        .inspect(connection, List.of("public"))
                        .without(BOOKS)
                        .unordered();
                schema.tables()
                        .forEach(table -> rows.add(table.name().name() + " "
                                + jdbc.queryForList(
                                        "SELECT id FROM " + table.name().name() + " ORDER BY id", Integer.class)));
                return new Picture(schema, rows);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            watching.destroy();
        }
    }

    private record Picture(Schema schema, List<String> rows) {}
}
