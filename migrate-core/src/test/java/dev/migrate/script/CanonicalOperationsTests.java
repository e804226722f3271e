package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.Check;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Validity;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.arrayOf;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.named;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestampWithZone;
import static dev.migrate.schema.Types.varchar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What is pinned here is recorded in databases: a text that changes makes every applied revision a changed one. */
class CanonicalOperationsTests {

    private static final String GOLDEN = "canonical-operations.txt";

    @Test
    void textsStayAsTheyWereInTheFirstRelease() throws IOException {
        assertThat(textOf(CanonicalOperationsTests::everything)).isEqualTo(golden());
    }

    @Test
    void everyOperationIsPinned() throws IOException {
        String golden = golden();

        for (Class<?> type : Operation.class.getPermittedSubclasses()) {
            if (type != CustomOperation.class) {
                assertThat(golden).contains("\n" + type.getSimpleName() + "{");
            }
        }
    }

    @Test
    void checksumOfARevisionIsPinned() {
        String text = new CanonicalOperations()
                .of("c1", Operations.record(op -> op.addColumn("a", column("b", integer()))), null);

        assertThat(text)
                .isEqualTo("c1\nupgrade\nAddColumn{column=Column{defaultValue=DefaultValue{},name=\"b\",nullable=true,"
                        + "type=ColumnType{kind=INTEGER}},table=ObjectName{name=\"a\"}}\n");
        assertThat(new Checksums().text(text))
                .isEqualTo("d9fbccae06a65f8800c515de191f05faf600b2614a8d2f65eaacdd0094875680");
    }

    @Test
    void writtenDowngradeCounts() {
        List<Operation> drop = Operations.record(op -> op.dropTable("a"));

        assertThat(new CanonicalOperations().of("c1", List.of(), drop))
                .isEqualTo("c1\nupgrade\ndowngrade\nDropTable{name=ObjectName{name=\"a\"}}\n");
        assertThat(new CanonicalOperations().of("c1", List.of(), List.of())).isEqualTo("c1\nupgrade\ndowngrade\n");
    }

    @Test
    void codeCountsOnlyAsBeingThere() {
        assertThat(textOf(op -> op.run(jdbc -> {})))
                .isEqualTo(textOf(op -> op.run(jdbc -> jdbc.sql("SELECT 1").update())))
                .contains("RunCode{}");
    }

    @Test
    void lineBreaksOfSqlAreThoseOfEveryPlatform() {
        assertThat(textOf(op -> op.execute("SELECT 1;\r\nSELECT 2")))
                .isEqualTo(textOf(op -> op.execute("SELECT 1;\nSELECT 2")));
    }

    @Test
    void componentsThatSayNothingAreLeftOut() {
        assertThat(textOf(op -> op.add(new Sample(null, "", false, 0, List.of(), Word.USUAL, null))))
                .isEqualTo("c1\nupgrade\nSample{}\n");
        assertThat(textOf(op -> op.add(new Sample("", "x", true, 7, List.of(""), Word.OTHER, null))))
                .isEqualTo("c1\nupgrade\nSample{any=\"\",flag=true,list=[\"\"],number=7,text=\"x\",word=OTHER}\n");
    }

    @Test
    void valuesAreToldApart() {
        Set<String> texts = new LinkedHashSet<>();
        List<@Nullable Object> values = Arrays.asList(
                1,
                "1",
                "1,2",
                new BigDecimal("1.0"),
                LocalDate.of(2026, 1, 1),
                "2026-01-01",
                true,
                "true",
                null,
                "null",
                new byte[] {1},
                List.of(1),
                List.of("1"),
                List.of("1", "2"),
                UUID.fromString("0-0-0-0-1"),
                "\"",
                "\\\"",
                new SqlExpression("1"),
                Word.OTHER,
                Map.of("1", 2),
                "\n",
                "\\n");
        values.forEach(value ->
                texts.add(textOf(op -> op.insert("a", rows -> rows.columns("b").row(value)))));

        assertThat(texts).hasSize(values.size());
    }

    @Test
    void orderOfASetDoesNotCount() {
        Set<String> one = new LinkedHashSet<>(List.of("a", "b"));
        Set<String> other = new LinkedHashSet<>(List.of("b", "a"));

        assertThat(textOf(op -> op.add(new Sample(one, "", false, 0, List.of(), Word.USUAL, null))))
                .isEqualTo(textOf(op -> op.add(new Sample(other, "", false, 0, List.of(), Word.USUAL, null))));
    }

    @Test
    void objectsWithoutATextOfTheirOwnCountOnlyAsBeingThere() {
        assertThat(textOf(op -> op.add(new Sample(null, "", false, 0, List.of(), Word.USUAL, () -> {}))))
                .isEqualTo("c1\nupgrade\nSample{code=?}\n");
    }

    @Test
    void operationThatIsNoRecordCountsByItsDescription() {
        CustomOperation operation = new Plain();

        assertThat(textOf(op -> op.add(operation))).isEqualTo("c1\nupgrade\nPlain(\"do it\")\n");
    }

    private static String textOf(Consumer<Operations> body) {
        return new CanonicalOperations().of("c1", Operations.record(body), null);
    }

    private static String golden() throws IOException {
        try (InputStream stream = requireNonNull(CanonicalOperationsTests.class.getResourceAsStream(GOLDEN))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void everything(Operations op) {
        tables(op);
        columns(op);
        indexesAndConstraints(op);
        typesAndObjects(op);
        op.insert("a", rows -> rows.columns("x", "y").row(1, "one").row(null, new SqlExpression("now()")));
        op.execute("UPDATE \"a\" SET b = 'c'\nWHERE d");
        op.run(jdbc -> {});
    }

    private static void tables(Operations op) {
        op.createTable("a", t -> {
            t.column("id", bigint()).identity();
            t.column("name", varchar(20)).notNull().defaultValue("").comment("text");
            t.column("at", timestampWithZone()).defaultSql("now()").collation("C");
            t.column("twice", integer()).generated("id * 2");
            t.primaryKey("id");
            t.unique("a_u", "name");
            t.check("a_c", "id > 0");
            t.foreignKey("a_f", fk -> fk.columns("name").references("b", "name"));
            t.comment("a table");
        });
        op.createTableIfNotExists("b", t -> t.column("ok", bool()));
        op.dropTable("a");
        op.in("other").dropTable("b", t -> t.column("ok", bool()));
        op.renameTable("a", "c");
        op.commentOnTable("a", "new", "old");
    }

    private static void columns(Operations op) {
        op.addColumn("a", column("n", numeric(10, 2)));
        op.addColumnIfNotExists("a", column("tags", arrayOf(text())));
        op.dropColumn("a", "n");
        op.dropColumn("a", column("v", named("tsvector")));
        op.renameColumn("a", "n", "m");
        op.alterColumn(
                "a", "n", c -> c.type(varchar(3), text()).notNull().nullable().comment("new", "old"));
        op.alterColumn("a", "n", c -> c.defaultValue(DefaultValue.of(1), DefaultValue.none()));
        op.alterColumn(
                "a", "n", c -> c.identity(Identity.of(Identity.Mode.ALWAYS)).dropIdentity());
        op.alterColumn(
                "a",
                "n",
                c -> c.identity(new Identity(Identity.Mode.BY_DEFAULT, 5, 2), Identity.of(Identity.Mode.ALWAYS)));
        op.alterColumn("a", "n", c -> c.expression("x + 1", "x").dropExpression());
        op.batch("a", t -> t.addColumn(column("x", integer())));
    }

    private static void indexesAndConstraints(Operations op) {
        op.createIndex("i", "a", "n");
        op.createIndex("j", "a", i -> i.columns("n")
                .descending()
                .expression("lower(m)")
                .unique()
                .include("z")
                .where("n > 0")
                .concurrently());
        op.dropIndex("i", "a", i -> i.columns("n").ifNeeded());
        op.renameIndex("a", "i", "j");
        op.addConstraint("a", new Check("c", "n > 0", Validity.VALID));
        op.addForeignKey("f", "a", f -> f.columns("n")
                .references("b", "n")
                .deferral(Deferral.INITIALLY_DEFERRED)
                .notValid());
        op.addExclusion("e", "a", e -> e.using("gist").element("during", "&&"));
        op.addUniqueUsingIndex("u", "a", "i");
        op.dropConstraint("c", "a");
        op.renameConstraint("a", "c", "d");
        op.validateConstraint("c", "a");
    }

    private static void typesAndObjects(Operations op) {
        op.createSchema("s");
        op.dropSchema("s");
        op.createSequence("q");
        op.alterSequence(Sequence.of(op.named("q")), Sequence.of(op.named("q")));
        op.dropSequence("q");
        op.createEnum("e", "x", "y");
        op.addEnumValueAfter("e", "z", "y");
        op.renameEnumValue("e", "x", "w");
        op.dropEnum("e");
        op.createDomain("d", integer(), d -> d.notNull().check("d_c", "VALUE > 0"));
        op.dropDomain("d");
        op.createExtension("citext");
        op.dropExtension("citext");
        op.create(Replaceable.view("v", "SELECT 1"));
        op.replace(Replaceable.function("f", "(a integer) …", "integer"), Replaceable.function("f", "…", "integer"));
        op.drop(Replaceable.trigger("t", "a", "BEFORE INSERT …"));
    }

    private enum Word {
        USUAL,
        OTHER
    }

    private record Sample(
            @Nullable Object any,
            String text,
            boolean flag,
            int number,
            List<String> list,
            Word word,
            @Nullable Runnable code)
            implements CustomOperation {

        @Override
        public String describe() {
            return "sample";
        }

        @Override
        public @Nullable List<Operation> reverse() {
            return null;
        }

        @Override
        public List<String> toSql(SqlSyntax syntax) {
            return List.of();
        }
    }

    private static final class Plain implements CustomOperation {

        @Override
        public String describe() {
            return "do it";
        }

        @Override
        public @Nullable List<Operation> reverse() {
            return null;
        }

        @Override
        public List<String> toSql(SqlSyntax syntax) {
            return List.of();
        }
    }
}
