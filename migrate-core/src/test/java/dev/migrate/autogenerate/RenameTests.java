package dev.migrate.autogenerate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RenameTests {

    private static final String USERS =
            "CREATE TABLE users (id int PRIMARY KEY, name varchar(40) NOT NULL CONSTRAINT once UNIQUE,"
                    + " CONSTRAINT told CHECK (name <> 'name'), boss int REFERENCES users);"
                    + " CREATE INDEX users_low ON users (lower(name)) WHERE name > 'name';"
                    + " CREATE SEQUENCE users_seq;"
                    + " CREATE TABLE posts (author varchar(40) REFERENCES users (name), by int REFERENCES users)";

    private static final TwoDatabases databases = new TwoDatabases();

    @Test
    void renamedColumnKeepsItsValuesAndWhatIsSaidOfIt() throws SQLException {
        databases.begin(USERS, USERS + "; ALTER TABLE users RENAME name TO \"Full name\"");
        databases.execute("INSERT INTO users VALUES (1, 'Ada')");
        Schema was = databases.actual();

        Proposal proposal = databases.propose(stated("users.name=Full name"));

        assertThat(TwoDatabases.names(proposal)).containsExactly("RenameColumn");
        assertThat(proposal.destructive()).isEmpty();
        databases.run(proposal.operations());
        assertThat(databases.one("SELECT \"Full name\" FROM users")).isEqualTo("Ada");
        assertThat(databases.propose(ComparisonRequest.usual()).isEmpty()).isTrue();
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.actual()).isEqualTo(was);
    }

    @Test
    void renamedTableTakesItsSequenceAlong() throws SQLException {
        databases.begin(
                USERS, USERS + "; ALTER TABLE users RENAME TO people; ALTER SEQUENCE users_seq RENAME TO people_seq");
        databases.execute("INSERT INTO users VALUES (nextval('users_seq'), 'Ada')");

        Proposal proposal = databases.propose(stated("users=people"));

        assertThat(TwoDatabases.names(proposal)).containsExactly("RenameTable", "RenameTable");
        databases.run(proposal.operations());
        assertThat(databases.one("SELECT name || nextval('people_seq') FROM people"))
                .isEqualTo("Ada2");
        assertThat(databases.propose(ComparisonRequest.usual()).isEmpty()).isTrue();
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.one("SELECT name FROM users")).isEqualTo("Ada");
    }

    @Test
    void tableAndItsColumnAreRenamedAndChangedInOneGo() throws SQLException {
        databases.begin(
                USERS,
                USERS + "; ALTER TABLE users RENAME name TO full_name; ALTER TABLE users RENAME TO people;"
                        + " ALTER TABLE people ALTER full_name TYPE varchar(80); ALTER TABLE people ADD born date");
        databases.execute("INSERT INTO users VALUES (1, 'Ada')");

        Proposal proposal = databases.propose(stated("users=people", "users.name=full_name"));

        assertThat(TwoDatabases.names(proposal))
                .containsExactly("RenameColumn", "RenameTable", "AddColumn", "SetColumnType");
        databases.run(proposal.operations());
        assertThat(databases.one("SELECT full_name FROM people")).isEqualTo("Ada");
        assertThat(databases.propose(ComparisonRequest.usual()).isEmpty()).isTrue();
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.one("SELECT name FROM users")).isEqualTo("Ada");
    }

    @Test
    void columnsTradeTheirNames() throws SQLException {
        String was = "CREATE TABLE t (a int, b text, c date)";
        databases.begin(was, "CREATE TABLE t (b int, c text, a date)");
        databases.execute("INSERT INTO t VALUES (1, 'b', '2026-01-01')");

        Proposal proposal = databases.propose(stated("t.a=b", "t.b=c", "t.c=a"));

        assertThat(proposal.destructive()).isEmpty();
        databases.run(proposal.operations());
        assertThat(databases.one("SELECT b || c || a FROM t")).isEqualTo("1b2026-01-01");
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.one("SELECT a || b || c FROM t")).isEqualTo("1b2026-01-01");
    }

    @Test
    void somebodyIsAskedAboutWhatLooksRenamed() throws SQLException {
        databases.begin(
                "CREATE TABLE users (id int PRIMARY KEY, name text, age int)",
                "CREATE TABLE people (id int PRIMARY KEY, full_name text, age int)");
        databases.execute("INSERT INTO users VALUES (1, 'Ada', 36)");
        List<String> questions = new ArrayList<>();
        RenameQuestion yes = rename -> questions.add(rename.toString());

        Proposal proposal = databases.propose(new ComparisonRequest(List.of(), yes, UnknownTables.KEPT));

        assertThat(questions).containsExactly("users=people", "people.name=full_name");
        assertThat(TwoDatabases.names(proposal)).containsExactly("RenameTable", "RenameColumn", "RenameConstraint");
        assertThat(proposal.notes()).isEmpty();
        databases.run(proposal.operations());
        assertThat(databases.one("SELECT full_name FROM people")).isEqualTo("Ada");
    }

    @Test
    void whereNobodyAnswersTheNotesTellHowToSayIt() throws SQLException {
        databases.begin("CREATE TABLE t (id int, name text)", "CREATE TABLE t (id int, title text)");

        Proposal proposal = databases.propose(ComparisonRequest.usual());

        assertThat(TwoDatabases.names(proposal)).containsExactly("AddColumn", "DropColumn");
        assertThat(proposal.notes()).singleElement().asString().contains("without its values", "--rename t.name=title");
    }

    @Test
    void whatIsNotThereIsNotRenamed() {
        databases.begin("CREATE TABLE t (id int, name text)", "CREATE TABLE t (id int, title text)");

        for (String rename : List.of("t.nome=title", "u=v", "t.name=id")) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> databases.propose(stated(rename)))
                    .withMessageContaining(rename);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "users", "users=", "=people", "users.name=users.full_name", "a.b.c.d=e", ".a=b", "a..b=c"})
    void anythingElseIsNoRename(String text) {
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> Rename.parse(text))
                .withMessageContaining("This is no rename")
                .satisfies(failure -> assertThat(failure.hint()).contains("users.name=full_name"));
    }

    @Test
    void renamesAreReadAsTheyAreWritten() {
        assertThat(Stream.of("users=people", "users.name=full_name", "shop.users.name=x", "shop.users.=people")
                        .map(Rename::parse))
                .allSatisfy(
                        rename -> assertThat(Rename.parse(rename.toString())).isEqualTo(rename));
        assertThat(Rename.parse("shop.users.=people"))
                .isEqualTo(new Rename(new ObjectName("shop", "users"), null, "people"));
    }

    private static ComparisonRequest stated(String... renames) {
        return new ComparisonRequest(Stream.of(renames).map(Rename::parse).toList(), null, UnknownTables.KEPT);
    }
}
