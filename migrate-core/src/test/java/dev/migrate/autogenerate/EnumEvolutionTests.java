package dev.migrate.autogenerate;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class EnumEvolutionTests {

    private static final String TABLE =
            "CREATE TABLE days (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'good', moods mood[],"
                    + " CONSTRAINT fair CHECK (mood <> 'bad' OR id > 1));"
                    + " CREATE INDEX days_mood ON days (mood, id);"
                    + " CREATE INDEX days_good ON days (id) WHERE mood = 'good'; ";

    private static final TwoDatabases databases = new TwoDatabases();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "last|'good', 'fair', 'bad', 'ugly'",
                "first|'best', 'good', 'fair', 'bad'",
                "between|'good', 'fair', 'poor', 'bad'",
                "several|'a', 'good', 'b', 'fair', 'c', 'bad', 'd'"
            })
    void newValuesAreAddedInTheirPlace(String name, String values) throws SQLException {
        begin("'good', 'fair', 'bad'", values);

        Proposal proposal = databases.propose(ComparisonRequest.usual());

        assertThat(TwoDatabases.names(proposal)).containsOnly("AddEnumValue");
        databases.run(proposal.operations());
        assertThat(databases.actual()).isEqualTo(databases.wanted());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "removed|'good', 'bad'",
                "moved|'bad', 'good', 'fair'",
                "replaced|'good', 'o''k', 'bad'",
                "removed and added|'better', 'good', 'bad', 'worse'"
            })
    void typeIsMadeAnewWithEverythingThatIsSaidOfItsColumns(String name, String values) throws SQLException {
        begin("'good', 'fair', 'bad'", values);
        databases.execute("INSERT INTO days VALUES (1, 'good', '{good,bad}'), (2, 'bad', NULL)");
        Schema was = databases.actual();

        Proposal proposal = databases.propose(ComparisonRequest.usual());

        assertThat(TwoDatabases.names(proposal))
                .contains("DropEnum", "CreateEnum")
                .doesNotContain("AddEnumValue");
        databases.run(proposal.operations());
        assertThat(databases.actual()).isEqualTo(databases.wanted());
        assertThat(databases.propose(ComparisonRequest.usual()).isEmpty()).isTrue();
        assertThat(databases.one("SELECT string_agg(mood::text || coalesce(moods::text, ''), ' ') FROM days"))
                .isEqualTo("good{good,bad} bad");
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.actual()).isEqualTo(was);
    }

    @Test
    void aRemovedValueThatRowsHaveIsTold() throws SQLException {
        begin("'good', 'fair', 'bad'", "'good', 'bad'");

        assertThat(databases.propose(ComparisonRequest.usual()).notes())
                .containsExactly("Enum type mood loses 'fair': the revision fails where a row still has one of them.");
    }

    @Test
    void whatUsesARemovedValueGoesWithIt() throws SQLException {
        databases.begin(
                "CREATE TYPE mood AS ENUM ('good', 'fair', 'bad'); " + TABLE,
                "CREATE TYPE mood AS ENUM ('good', 'fair'); CREATE TABLE days (id int PRIMARY KEY, mood mood NOT NULL"
                        + " DEFAULT 'fair', moods mood[], CONSTRAINT fair CHECK (mood <> 'fair'));"
                        + " CREATE INDEX days_mood ON days (mood, id);");
        Schema was = databases.actual();

        Proposal proposal = databases.propose(ComparisonRequest.usual());

        databases.run(proposal.operations());
        assertThat(databases.actual()).isEqualTo(databases.wanted());
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.actual()).isEqualTo(was);
    }

    @Test
    void aValueThatIsUsedAtOnceComesWithANewType() throws SQLException {
        databases.begin(
                "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE days (id int PRIMARY KEY, mood mood)",
                "CREATE TYPE mood AS ENUM ('good', 'bad', 'new'); CREATE TABLE days (id int PRIMARY KEY,"
                        + " mood mood DEFAULT 'new', other mood NOT NULL)");
        databases.execute("INSERT INTO days VALUES (1, 'bad')");

        Proposal proposal = databases.propose(ComparisonRequest.usual());

        databases.run(proposal.operations());
        assertThat(databases.actual()).isEqualTo(databases.wanted());
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.one("SELECT mood FROM days")).isEqualTo("bad");
    }

    @Test
    void whatIsExcludedStaysAsItIs() throws SQLException {
        begin("'good', 'fair', 'bad'", "'good', 'bad'");

        Proposal proposal = databases.propose(
                databases.wanted(),
                ComparisonRequest.usual(),
                SchemaFilter.named(java.util.List.of(), java.util.List.of("mood")));

        assertThat(proposal.operations()).extracting(Operation::describe).isEmpty();
    }

    private static void begin(String from, String to) {
        databases.begin(
                "CREATE TYPE mood AS ENUM (" + from + "); " + TABLE, "CREATE TYPE mood AS ENUM (" + to + "); " + TABLE);
    }
}
