package dev.migrate.autogenerate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.autogenerate.features.Basics;
import dev.migrate.autogenerate.features.Columns;
import dev.migrate.autogenerate.features.Hierarchies;
import dev.migrate.autogenerate.features.Relations;
import dev.migrate.autogenerate.features.Special;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.hibernate.EntityModel;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What every database can do is generated for H2 and SQLite, too. */
class PortableTests {

    static Stream<Class<?>> features() {
        return Stream.of(
                Basics.Numbers.class,
                Basics.Texts.class,
                Basics.Times.class,
                Basics.Zones.class,
                Basics.Binaries.class,
                Basics.Booleans.class,
                Basics.Versioned.class,
                Basics.Jsons.class,
                Basics.Arrays.class,
                Columns.Commented.class,
                Columns.Soft.class,
                Columns.SoftAt.class,
                Columns.Active.class,
                Columns.Identities.class,
                Columns.Sequences.class,
                Columns.Auto.class,
                Columns.FromTable.class,
                Columns.DefaultTable.class,
                Columns.Uuids.class,
                Columns.InSchema.class,
                Columns.Quoted.class,
                Relations.Person.class,
                Relations.Collector.class,
                Relations.Pair.class,
                Relations.Split.class,
                Hierarchies.Vehicle.class,
                Hierarchies.Shape.class,
                Hierarchies.Animal.class,
                Hierarchies.Payment.class,
                Special.Stamped.class);
    }

    @ParameterizedTest
    @MethodSource("features")
    void whatIsProposedForH2LeavesNothingToPropose(Class<?> entity) throws SQLException {
        DataSource database = TestDatabases.h2();
        Schema model = new HibernateSchemaSource(
                        new EntityModel(List.of(entity.getName()), List.of(), List.of(), Map.of(), "H2", 2, 4),
                        getClass().getClassLoader())
                .read();
        goThere(database, "PUBLIC", new Model(model, Detail.ENTITIES));
    }

    @Test
    void aScriptIsTheModelOfSqlite(@TempDir Path folder) throws SQLException {
        DataSource database = TestDatabases.sqlite(folder);
        String first =
                "CREATE TABLE users (id INTEGER PRIMARY KEY, name varchar(20) NOT NULL CHECK (name <> ''), at timestamp"
                        + " DEFAULT CURRENT_TIMESTAMP); CREATE INDEX users_low ON users (lower(name)) WHERE id > 0;"
                        + " CREATE TABLE posts (id INTEGER PRIMARY KEY, author int REFERENCES users ON DELETE CASCADE)";
        goThere(database, "main", script(database, "main", first));
        run(database, propose(database, "main", script(database, "main", first)).operations());
        TestDatabases.execute(database, "INSERT INTO users (id, name) VALUES (1, 'Ada')");

        Model second = script(
                database,
                "main",
                first.replace("name varchar(20)", "name varchar(40)").replace("author int", "note text, author int"));
        List<Operation> change = propose(database, "main", second).operations();

        assertThat(change)
                .extracting(Operation::describe)
                .containsExactly("add column posts.note", "change the type of users.name");
        run(database, change);
        assertThat(propose(database, "main", second).operations()).isEmpty();
    }

    @Test
    void aScriptIsTheModelOfH2() throws SQLException {
        DataSource database = TestDatabases.h2();
        Model model = script(
                database,
                "PUBLIC",
                "CREATE SEQUENCE s; CREATE TABLE users (id int DEFAULT NEXT VALUE FOR s PRIMARY KEY, name varchar(20) NOT NULL"
                        + " CHECK (name <> ''), at timestamp DEFAULT now()); CREATE INDEX users_name ON users (name DESC)");
        goThere(database, "PUBLIC", model);
    }

    private void goThere(DataSource database, String own, Model model) throws SQLException {
        List<String> schemas = List.of(own, "SHOP");
        Schema before = inspect(database, schemas);
        List<Operation> operations = propose(database, own, model).operations();
        assertThat(operations).isNotEmpty();
        run(database, operations);
        Schema made = inspect(database, schemas);
        assertThat(propose(database, own, model).operations()).isEmpty();
        run(database, requireNonNull(Reversal.of(operations)));
        assertThat(inspect(database, schemas)).isEqualTo(before);
        run(database, operations);
        assertThat(inspect(database, schemas)).isEqualTo(made);
        run(database, requireNonNull(Reversal.of(operations)));
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return new Dialects(List.of()).of(connection);
    }

    private static Model script(DataSource database, String own, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ScriptModel("schema.sql", sql).read(connection, dialect(connection), own);
        }
    }

    private static Proposal propose(DataSource database, String own, Model model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Autogenerate(dialect(connection), own, Set.of())
                    .propose(connection, model, ComparisonRequest.usual());
        }
    }

    private static Schema inspect(DataSource database, List<String> schemas) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return dialect(connection).inspect(connection, schemas).unordered();
        }
    }

    private static void run(DataSource database, List<Operation> operations) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Wording wording : dialect(connection).spell(operations)) {
                List<String> sql = wording instanceof Wording.OnSight look
                        ? look.look().statements(connection)
                        : ((Wording.Statements) wording).sql();
                for (String one : sql) {
                    statement.execute(one);
                }
            }
        }
    }
}
