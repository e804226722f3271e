package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Wording;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/**
 * Lets the server say how it would keep what a model wants: creates it in schemas of its own, in a transaction that is rolled
 * back, and reads it as it reads the real one. Then {@code now()} and {@code CURRENT_TIMESTAMP} look alike.
 */
final class ScratchSchema {

    private final Connection connection;

    private final Dialect dialect;

    private final String own;

    private final List<String> missing;

    private final Map<String, String> scratch = new LinkedHashMap<>();

    ScratchSchema(Connection connection, Dialect dialect, String own, List<String> missing) {
        this.connection = connection;
        this.dialect = dialect;
        this.own = own;
        this.missing = missing;
    }

    /**
     * Refuses a database on which a try would stay.
     *
     * @throws MigrateException if what a transaction has created there is not rolled back
     */
    static void checkIsRolledBack(Dialect dialect) {
        if (!dialect.transactionalDdl()) {
            throw new MigrateException(
                    dialect.name() + " keeps what was only created for a try, so that nothing can be compared there",
                    "Write the revision by hand: `migrate revision`. PostgreSQL, SQLite and H2 are compared.");
        }
    }

    /**
     * Returns the schema with these tables, and their indexes, as the server keeps them. Foreign keys stay as they are: there is
     * nothing in them to rewrite.
     */
    Schema normal(Schema wanted, Schema actual, Set<ObjectName> tables) throws SQLException {
        checkIsRolledBack(dialect);
        schemasOf(wanted, tables);
        Relocation there = new Relocation(this::scratchName, text -> scratchText(text, wanted.enums()));
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Schema read;
        try {
            create(wanted, actual, tables, there);
            read = dialect.inspect(connection, List.copyOf(scratch.values()));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
        Schema back = new Relocation(this::realName, this::realText).schema(read);
        return merged(wanted, back, tables);
    }

    private void create(Schema wanted, Schema actual, Set<ObjectName> tables, Relocation there) throws SQLException {
        List<Operation> operations = new ArrayList<>();
        Set<ObjectName> numbered = new HashSet<>();
        actual.sequences().forEach(sequence -> numbered.add(sequence.name()));
        for (Sequence sequence : wanted.sequences()) {
            if (!numbered.contains(sequence.name())) {
                // A default may number by it, under the name that it will have.
                operations.add(new CreateSequence(new Relocation(
                                name -> name.schema() == null ? new ObjectName(own, name.name()) : name,
                                UnaryOperator.identity())
                        .sequence(sequence)));
            }
        }
        for (EnumType type : wanted.enums()) {
            operations.add(new CreateEnum(there.enumType(type)));
        }
        for (Domain domain : wanted.domains()) {
            operations.add(new CreateDomain(there.domain(domain)));
        }
        for (Table table : wanted.tables()) {
            if (tables.contains(table.name())) {
                operations.add(new CreateTable(there.table(withoutForeignKeys(table)), Existence.REQUIRED));
            }
        }
        for (Index index : wanted.indexes()) {
            if (tables.contains(index.table())) {
                operations.add(new CreateIndex(there.index(index), Existence.REQUIRED, Writes.BLOCKED));
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> created = new ArrayList<>(missing);
            created.addAll(scratch.values());
            for (String name : created) {
                statement.addBatch("CREATE SCHEMA " + dialect.quote(name));
            }
            List<String> path = new ArrayList<>(scratch.values());
            path.add(own);
            String quoted = String.join(", ", path.stream().map(dialect::quote).toList());
            statement.addBatch("SELECT set_config('search_path', " + dialect.literal((Object) quoted)
                    + " || ', ' || current_setting('search_path'), true)");
            statement.executeBatch();
            run(operations, dialect, statement);
        }
    }

    static void run(List<Operation> operations, Dialect dialect, Statement statement) throws SQLException {
        for (Wording wording : dialect.spell(operations)) {
            List<String> sql = wording instanceof Wording.Statements known ? known.sql() : List.of();
            for (String text : sql) {
                try {
                    statement.execute(text);
                } catch (SQLException e) {
                    Operation operation = operations.get(wording.operation() - 1);
                    throw new MigrateException(
                            "The database refuses what the model says: "
                                    + dialect.explain(e).message(),
                            List.of("when it was to " + operation.describe()),
                            "Correct the mapping; nothing was changed.",
                            e);
                }
            }
        }
    }

    /** Domains and extensions that a table needs are found in the real schemas, which stay on the path. */
    private void schemasOf(Schema wanted, Set<ObjectName> tables) {
        Set<String> names = new TreeSet<>();
        tables.forEach(table -> names.add(table.schema() == null ? own : table.schema()));
        wanted.domains()
                .forEach(domain -> names.add(
                        domain.name().schema() == null ? own : domain.name().schema()));
        wanted.enums()
                .forEach(type -> names.add(
                        type.name().schema() == null ? own : type.name().schema()));
        String prefix = "migrate_scratch_"
                + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 40)) + "_";
        names.forEach(name -> scratch.put(name, prefix + scratch.size()));
    }

    private ObjectName scratchName(ObjectName name) {
        String moved = scratch.get(name.schema() == null ? own : name.schema());
        return moved == null ? name : new ObjectName(moved, name.name());
    }

    private ObjectName realName(ObjectName name) {
        for (Map.Entry<String, String> entry : scratch.entrySet()) {
            if (entry.getValue().equals(name.schema())) {
                return entry.getKey().equals(own)
                        ? ObjectName.of(name.name())
                        : new ObjectName(entry.getKey(), name.name());
            }
        }
        return own.equals(name.schema()) ? ObjectName.of(name.name()) : name;
    }

    /** The types of a model are new in the scratch schema, with values that the real ones may not have yet. */
    private String scratchText(String text, List<EnumType> types) {
        String result = text;
        for (EnumType type : types) {
            ObjectName name = type.name();
            String real = quoted(name.schema() == null ? own : name.schema());
            result = result.replace(
                    real + "." + quoted(name.name()), scratchName(name).schema() + "." + quoted(name.name()));
        }
        return result;
    }

    /** The names were made up a moment ago, so nothing else in a text can be one of them. */
    private String realText(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : scratch.entrySet()) {
            result = result.replace(entry.getValue() + ".", quoted(entry.getKey()) + ".");
        }
        return result;
    }

    /** As the server quotes: only what needs it. */
    private String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : dialect.quote(name);
    }

    static Table withoutForeignKeys(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .toList();
        return new Table(table.name(), table.columns(), constraints, table.comment());
    }

    static Schema merged(Schema wanted, Schema read, Set<ObjectName> tables) {
        Map<ObjectName, Table> normals = SchemaPair.tables(read);
        List<Table> merged = new ArrayList<>();
        for (Table table : wanted.tables()) {
            Table normal = tables.contains(table.name()) ? normals.get(table.name()) : null;
            if (normal == null) {
                merged.add(table);
                continue;
            }
            List<Constraint> constraints = new ArrayList<>(normal.constraints());
            table.constraints().stream().filter(ForeignKey.class::isInstance).forEach(constraints::add);
            merged.add(new Table(table.name(), normal.columns(), constraints, table.comment()));
        }
        List<Index> indexes = new ArrayList<>();
        wanted.indexes().stream()
                .filter(index -> !tables.contains(index.table()))
                .forEach(indexes::add);
        indexes.addAll(read.indexes());
        return new Schema(merged, indexes, wanted.sequences(), wanted.enums(), wanted.domains(), wanted.objects());
    }
}
