package dev.migrate.dialect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.RevisionCode;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.Generated;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Types;

import static dev.migrate.operation.ColumnDefinition.column;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class PostgresSpellingTests {

    private final Dialect dialect = new PostgresDialect();

    @Test
    void everySampleIsSpelledExactlySo() throws IOException {
        Map<String, String> spelled = new LinkedHashMap<>();
        for (Sample sample : OperationSamples.all()) {
            spelled.put(sample.title(), spell(sample.up()));
        }

        assertThat(spelled).hasSameSizeAs(OperationSamples.all());
        assertThat(text(spelled)).isEqualTo(expected());
    }

    @Test
    void namesThatTheServerWouldCutAreRefused() {
        String fits = "n".repeat(63);
        String cut = "n".repeat(62) + "\u00e9";
        List<Operation> operations = Operations.record(op -> {
            op.createTable(fits, t -> {
                t.column(fits, Types.integer()).comment(cut);
                t.check(fits, "true or '" + cut + "' = ''");
            });
            op.createTable("t", t -> t.column(cut, Types.integer()));
            op.createTable("t", t -> t.primaryKey(cut));
            op.renameTable("t", cut);
            op.in(cut).dropTable("t");
            op.createIndex("i", "t", i -> i.columns("a").include(cut));
            op.batch("t", t -> t.addColumn(column(cut, Types.integer())));
            op.insert("t", rows -> rows.columns("a").row(cut));
        });

        String why = "PostgreSQL cuts names behind 63 bytes, and \"" + cut + "\" has 64";
        assertThat(operations.stream().map(dialect::unsupported))
                .containsExactly(null, why, why, why, why, why, why, null);
    }

    @Test
    void everyOperationHasASample() {
        Set<Class<?>> sampled = new HashSet<>(Set.of(RunCode.class));
        for (Sample sample : OperationSamples.all()) {
            sample.up().forEach(operation -> sampled.add(kind(operation)));
        }

        assertThat(sampled).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @Test
    void javaCodeIsHandedOnInItsPlace() {
        RevisionCode code = jdbc -> {};
        List<Wording> wordings = dialect.spell(Operations.record(op -> {
            op.execute("SELECT 1");
            op.run(code);
            op.execute("SELECT 2");
        }));

        assertThat(wordings)
                .containsExactly(
                        new Wording.Statements(1, List.of("SELECT 1")),
                        new Wording.Code(2, code),
                        new Wording.Statements(3, List.of("SELECT 2")));
    }

    @Test
    void manyRowsGoInSeveralStatements() {
        List<Operation> rows = Operations.record(op -> op.insert("t", r -> {
            r.columns("a");
            for (int i = 0; i < 1001; i++) {
                r.row(i);
            }
        }));

        Wording.Statements wording = (Wording.Statements) dialect.spell(rows).get(0);
        assertThat(wording.sql()).hasSize(3);
        assertThat(wording.sql().get(2)).isEqualTo("INSERT INTO \"t\" (\"a\") VALUES\n    (1000)");
    }

    @Test
    void olderVersionsSayWhatTheyLack() {
        List<Operation> operations = Operations.record(op -> {
            op.createIndex("i", "t", i -> i.columns("a").uniqueNullsNotDistinct());
            op.alterColumn("t", "c", c -> c.expression("a", "b"));
            op.addColumn("t", column("v", Types.text()).generated(new Generated("a", Generated.Storage.VIRTUAL)));
            op.createIndex("i", "t", "a");
            op.add(new AlterTable(ObjectName.of("t"), List.of(new RunCode(jdbc -> {}))));
        });

        assertThat(reasons(14, operations))
                .containsExactly(
                        "PostgreSQL 14 has no unique constraints and indexes for which empty values are alike",
                        "PostgreSQL 14 has no way to change the expression of a generated column",
                        "PostgreSQL 14 has no generated columns that are computed when they are read",
                        "",
                        "PostgreSQL 14 has no Java code within a batch");
        assertThat(reasons(16, operations).subList(0, 4))
                .filteredOn(String::isEmpty)
                .hasSize(2);
        assertThat(reasons(17, operations).subList(0, 4))
                .filteredOn(String::isEmpty)
                .hasSize(3);
        assertThat(reasons(18, operations).subList(0, 4))
                .filteredOn(String::isEmpty)
                .hasSize(4);
        assertThat(dialect.unsupported(operations.get(2))).isNull();
    }

    private List<String> reasons(int version, List<Operation> operations) {
        Dialect old = dialect.ofVersion(version, 1);
        List<String> reasons = new ArrayList<>();
        for (Operation operation : operations) {
            String reason = old.unsupported(operation);
            reasons.add(reason == null ? "" : reason);
        }
        return reasons;
    }

    private String spell(List<Operation> operations) {
        StringBuilder text = new StringBuilder();
        for (Wording wording : dialect.spell(operations)) {
            ((Wording.Statements) wording).sql().forEach(sql -> text.append(sql).append(";\n"));
        }
        return text.toString();
    }

    private static Class<?> kind(Operation operation) {
        return operation instanceof CustomOperation ? CustomOperation.class : operation.getClass();
    }

    private static String text(Map<String, String> spelled) {
        StringBuilder text = new StringBuilder();
        spelled.forEach((title, sql) ->
                text.append("-- ").append(title).append('\n').append(sql).append('\n'));
        return text.toString();
    }

    private static String expected() throws IOException {
        try (var file = requireNonNull(PostgresSpellingTests.class.getResourceAsStream("postgres-spelling.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
