package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is timed here: contestants that do different things could not be compared. */
@SuppressWarnings("NullAway.Init")
class ContestantTests {

    @TempDir
    static Path root;

    private static Server server;

    private static Fixtures fixtures;

    @BeforeAll
    static void open() throws Exception {
        server = Server.open(System.getenv("MIGRATE_TEST_POSTGRESQL_URL"));
        fixtures = new Fixtures(server, root);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyToolLeavesTheSameTablesAndIndexes(Tool tool) throws Exception {
        Work work = new Work(Kind.APPLY, 10);
        DataSource database = source(server.create());

        tool.contestant().call(new Call(work, fixtures.folder(tool, work), database));

        List<String> picture = picture(database);
        assertThat(picture)
                .hasSize(30)
                .startsWith("CREATE INDEX bench_00001_name ON public.bench_00001 USING btree (name)");
        assertThat(picture.get(29)).isEqualTo("bench_00010: id bigint, name text");
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyToolDoesWhatItSays(Tool tool, Kind kind) throws Exception {
        Work work = new Work(kind, 2);
        Path folder = fixtures.folder(tool, work);
        List<String> databases = fixtures.databases(tool, work);
        Call call = new Call(work, folder, source(databases.get(0)));

        Child.check(call, tool.contestant().call(call));

        fixtures.giveBack(work, databases);
    }

    static Stream<Object[]> combinations() {
        return Stream.of(Tool.values()).flatMap(tool -> Stream.of(Kind.values())
                .filter(kind -> tool.contestant().does(kind))
                .map(kind -> new Object[] {tool, kind}));
    }

    private static DataSource source(String database) {
        return Server.source(server.url(database));
    }

    private static List<String> picture(DataSource database) throws Exception {
        List<String> picture = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'bench\\_%'
                        UNION ALL
                        SELECT table_name || ': ' || string_agg(column_name || ' ' || data_type, ', ' ORDER BY ordinal_position)
                          FROM information_schema.columns WHERE table_name LIKE 'bench\\_%' GROUP BY table_name
                        ORDER BY 1""")) {
            while (row.next()) {
                picture.add(row.getString(1));
            }
        }
        return picture;
    }
}
