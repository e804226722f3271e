package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.Existence;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.arrayOf;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.timestampWithZone;
import static dev.migrate.schema.Types.varchar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JavaSourceTests {

    private final Path folder;

    JavaSourceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void operationsOfChanceAreRecordedAgain() throws IOException {
        long seed = System.nanoTime();
        RandomRecords records = new RandomRecords(new Random(seed));
        for (int round = 0; round < 4; round++) {
            List<Operation> operations = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                RandomRecords.kinds().forEach(kind -> operations.add(records.operation(kind)));
            }
            assertThat(recorded(operations))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(operations);
        }
    }

    @Test
    void wordsAreThoseOfTheDsl() throws IOException {
        String source = source(op -> {
            op.createTable("orders", t -> {
                t.column("id", bigint()).identity();
                t.column("placed_at", timestampWithZone()).notNull().defaultSql("now()");
                t.column("tags", arrayOf(varchar(20))).comment("a \"quoted\" word");
                t.primaryKey("id");
                t.foreignKey(
                        "orders_user",
                        fk -> fk.columns("id").references("users", "id").notValid());
            });
            op.in("audit").addColumn("log", column("n", bigint()).defaultValue(5));
            op.alterColumn(
                    "users", "email", c -> c.type(varchar(320), varchar(200)).notNull());
            op.createIndex(
                    "i",
                    "users",
                    i -> i.columns("a", "b").descending().expression("lower(c)").unique());
            op.insert("langs", rows -> rows.columns("code").row("de").row((Object) null));
            op.execute("UPDATE a\\n   SET b = 1;\\nUPDATE c SET d = 'and some more text'".replace("\\n", "\n"));
        });

        assertThat(source).contains("""
                    public void upgrade(Operations op) {
                        op.createTable("orders", t -> {
                            t.column("id", bigint()).identity();
                            t.column("placed_at", timestampWithZone()).notNull().defaultSql("now()");
                            t.column("tags", arrayOf(varchar(20))).comment("a \\"quoted\\" word");
                            t.primaryKey("id");
                            t.foreignKey("orders_user", fk -> fk.columns("id").references("users", "id").notValid());
                        });
                        op.in("audit").addColumn("log", column("n", bigint()).defaultValue(5));
                        op.alterColumn("users", "email", c -> c.type(varchar(320), varchar(200)));
                        op.alterColumn("users", "email", c -> c.notNull());
                        op.createIndex("i", "users", i -> i.columns("a", "b").descending().expression("lower(c)").unique());
                        op.insert("langs", rows -> rows.columns("code")
                                .row("de")
                                .row((Object) null));
                        op.execute(\"""
                        UPDATE a
                           SET b = 1;
                        UPDATE c SET d = 'and some more text'\""");
                    }
                """);
        assertThat(source)
                .contains("import static dev.migrate.schema.Types.varchar;\n")
                .doesNotContain("*;");
    }

    @Test
    void notesStayComments() throws IOException {
        RenameTable operation = new RenameTable(ObjectName.of("a"), "b");
        List<String> notes = List.of("\\u000a evil(); */ \n evil();", "ends with \\", "\u2028 evil();");

        assertThat(compiled(List.of(new NewOperation(operation, notes)), "x")).containsExactly(operation);
    }

    @Test
    void classIsNotCalledWhatItsSourceUses() throws IOException {
        Operation whole = new DropSchema("s", Existence.OPTIONAL);
        for (String message : List.of("Create schema", "Object name", "Drop schema", "Existence", "List", "Arrays")) {
            assertThat(compiled(List.of(new NewOperation(whole, List.of())), message))
                    .containsExactly(whole);
        }
    }

    @Test
    void bytesAndVeryLongTextArePossible() throws IOException {
        String text = "x\u00e9\ud83d\ude80'\"\n".repeat(20_000);
        List<List<@Nullable Object>> rows = List.of(List.of(new byte[] {0, -1, 127}), List.of(text));
        InsertRows insert = new InsertRows(ObjectName.of("t"), List.of("a"), rows);

        InsertRows again = (InsertRows) recorded(List.of(insert)).get(0);

        assertThat((byte[]) again.rows().get(0).get(0)).containsExactly(0, -1, 127);
        assertThat(again.rows().get(1).get(0)).isEqualTo(text);
    }

    @Test
    void oneNullAloneIsAValue() throws IOException {
        List<List<@Nullable Object>> rows = List.of(Collections.singletonList(null));
        InsertRows insert = new InsertRows(ObjectName.of("t"), List.of("a"), rows);

        assertThat(recorded(List.of(insert))).containsExactly(insert);
        assertThat(new JavaValues().of(rows.get(0))).isEqualTo("Arrays.asList((Object) null)");
    }

    @Test
    void javaCodeHasNoSource() {
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> source(op -> op.run(jdbc -> {})))
                .withMessageContaining("no Java source");
    }

    @Test
    void writtenRevisionIsTheOneThatIsLoaded() throws IOException {
        List<Operation> operations = Operations.record(op -> {
            op.create(Replaceable.view("v", "SELECT 1;"));
            op.add(new CreateSchema("s", Existence.OPTIONAL));
            op.createIndex("i", "t", i -> i.columns("a").nulls(Index.NullOrder.FIRST));
        });
        RevisionScript written = write(plain(operations), "All of it", null);

        RevisionScript loaded = CompiledSource.of(
                requireNonNull(written.file()),
                folder,
                found -> requireNonNull(new JavaScriptReader(LexicalRules.postgresql())
                        .read(found)
                        .script()));

        assertThat(written.checksum()).isEqualTo(loaded.checksum());
        assertThat(written.upgrade()).isEqualTo(loaded.upgrade());
        assertThat(written.downgrade()).isEqualTo(loaded.downgrade());
    }

    @Test
    void irreversibleRevisionSaysWhy() throws IOException {
        List<Operation> operations = Operations.record(op -> op.dropTable("t"));
        RevisionScript written = write(plain(operations), "Drop it", "cannot take back: \"t\"");

        RevisionScript loaded = CompiledSource.of(
                requireNonNull(written.file()),
                folder,
                found -> requireNonNull(new JavaScriptReader(LexicalRules.postgresql())
                        .read(found)
                        .script()));

        assertThat(loaded.irreversible()).isEqualTo("cannot take back: \"t\"");
        assertThat(loaded.checksum()).isEqualTo(written.checksum());
    }

    private String source(Consumer<Operations> body) throws IOException {
        RevisionScript written = write(plain(Operations.record(body)), "x", "for the test");
        return Files.readString(requireNonNull(written.file()));
    }

    private List<Operation> recorded(List<Operation> operations) throws IOException {
        return compiled(plain(operations), "x");
    }

    private List<Operation> compiled(List<NewOperation> operations, String message) throws IOException {
        RevisionScript written = write(operations, message, "for the test");
        return CompiledSource.of(requireNonNull(written.file()), folder, found -> {
            JavaRevision revision = (JavaRevision) found.instance().get();
            return Operations.record(revision::upgrade);
        });
    }

    private RevisionScript write(List<NewOperation> operations, String message, @Nullable String irreversible)
            throws IOException {
        NewRevision revision = new NewRevision(
                "b1",
                List.of(),
                message,
                List.of(),
                List.of(),
                Instant.parse("2026-01-28T14:30:00Z"),
                List.of(),
                List.of(),
                irreversible);
        Path sources = Files.createTempDirectory(folder, "sources");
        return JavaWriter.forPackage(sources, "com.example").write(revision, operations);
    }

    private static List<NewOperation> plain(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new NewOperation(operation, Collections.emptyList()))
                .toList();
    }
}
