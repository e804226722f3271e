package dev.migrate.hibernate;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HibernateSchemaSourceTests {

    private final Schema schema = new HibernateSchemaSource(
                    new EntityModel(
                            List.of(
                                    Library.Author.class.getName(),
                                    Library.Book.class.getName(),
                                    Library.Loan.class.getName()),
                            List.of(),
                            List.of(),
                            Map.of(),
                            "PostgreSQL",
                            18,
                            0),
                    getClass().getClassLoader())
            .read();

    @Test
    void everyPhysicalTableIsThereUnderTheNameThatTheDatabaseKeeps() {
        assertThat(schema.tables())
                .extracting(table -> table.name().toString())
                .containsExactly("Loans", "authors", "books_authors", "library$author_nicknames", "shop.books");
        assertThat(table("authors").columns())
                .extracting(Column::name)
                .containsExactly("id", "born", "data", "email", "favourite", "genre", "full_name");
    }

    @Test
    void columnsTellTypeDefaultIdentityAndComment() {
        assertThat(column("authors", "id")).satisfies(id -> {
            assertThat(id.type()).isEqualTo(Types.bigint());
            assertThat(id.nullable()).isFalse();
            assertThat(id.identity()).isEqualTo(Identity.of(Identity.Mode.BY_DEFAULT));
        });
        assertThat(column("authors", "full_name").comment()).isEqualTo("As printed");
        assertThat(column("authors", "data").defaultValue()).isEqualTo(DefaultValue.sql("'{}'"));
        assertThat(column("authors", "genre").type()).isEqualTo(Types.defined("genre"));
        assertThat(table("authors").comment()).isEqualTo("People who write");
    }

    @Test
    void columnDefinitionIsTakenApart() {
        Column price = column("books", "price");

        assertThat(price.type()).isEqualTo(Types.numeric(10, 2));
        assertThat(price.defaultValue()).isEqualTo(DefaultValue.sql("1.5"));
        assertThat(price.nullable()).isFalse();
    }

    @Test
    void generatedColumnsAreRealAndFormulasAreNot() {
        assertThat(column("books", "twice").generated())
                .isNotNull()
                .extracting(Generated::expression)
                .isEqualTo("price * 2");
        assertThat(table("books").column("thrice")).isNull();
    }

    @Test
    void namesThatAreHashesAreNoNames() {
        assertThat(table("books").constraints())
                .extracting(Constraint::name)
                .containsExactly(null, "one_title", "cheap", null);
        assertThat(table("books").constraints())
                .filteredOn(ForeignKey.class::isInstance)
                .singleElement()
                .isEqualTo(new ForeignKey(
                        null,
                        List.of("author_id"),
                        ObjectName.of("authors"),
                        List.of("id"),
                        ForeignKey.Action.CASCADE,
                        ForeignKey.Action.NO_ACTION,
                        Deferral.NOT_DEFERRABLE,
                        Validity.VALID));
    }

    @Test
    void uniqueColumnsAndEnumTextBecomeConstraints() {
        assertThat(table("authors").constraints())
                .contains(
                        UniqueKey.of(null, List.of("email")),
                        new Check(null, "favourite in ('POETRY','NOVEL')", Validity.VALID));
    }

    @Test
    void indexesSequencesAndEnumTypesComeAlong() {
        assertThat(schema.indexes()).singleElement().satisfies(index -> {
            assertThat(index.name()).isEqualTo("authors_by_name");
            assertThat(index.parts()).extracting(Index.Part::column).containsExactly("full_name", "email");
            assertThat(index.parts().get(0).order()).isEqualTo(Index.Order.DESCENDING);
        });
        assertThat(schema.sequences()).singleElement().satisfies(sequence -> assertThat(sequence.increment())
                .isEqualTo(50));
        assertThat(schema.enums()).containsExactly(new EnumType(ObjectName.of("genre"), List.of("NOVEL", "POETRY")));
    }

    @Test
    void modelThatHibernateRefusesIsToldWithAHint() {
        EntityModel broken =
                new EntityModel(List.of("no.such.Entity"), List.of(), List.of(), Map.of(), "PostgreSQL", 18, 0);

        assertThatThrownBy(() -> new HibernateSchemaSource(broken, getClass().getClassLoader()).read())
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.hint()).contains("ddl-auto=none"))
                .hasMessageContaining("no.such.Entity");
    }

    private Column column(String table, String name) {
        return requireNonNull(table(table).column(name));
    }

    private Table table(String name) {
        return schema.tables().stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
