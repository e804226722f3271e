package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.Existence;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/** Compares a database with a model. */
public final class Autogenerate {

    private static final List<Comparison> COMPARISONS = List.of(
            new TypeComparison(),
            new TableComparison(),
            new ColumnComparison(),
            new ConstraintComparison(),
            new IndexComparison());

    private final Dialect dialect;

    private final String own;

    private final Set<String> books;

    private final SchemaFilter filter;

    /**
     * Compares everything on a database of this kind.
     *
     * @param own the schema that unqualified names of the model mean
     * @param books names of the library's own tables in that schema, which no model knows
     */
    public Autogenerate(Dialect dialect, String own, Set<String> books) {
        this(dialect, own, books, SchemaFilter.everything());
    }

    /**
     * Compares on a database of this kind.
     *
     * @param own the schema that unqualified names of the model mean
     * @param books names of the library's own tables in that schema, which no model knows
     * @param filter decides what is compared
     */
    public Autogenerate(Dialect dialect, String own, Set<String> books, SchemaFilter filter) {
        this.dialect = dialect;
        this.own = own;
        this.books = Set.copyOf(books);
        this.filter = filter;
    }

    /**
     * Returns what would have to change; nothing is written.
     *
     * @param connection in no transaction
     * @param model what the database should be
     * @param request how they are compared
     * @throws dev.migrate.error.MigrateException if the database cannot be what the model says
     */
    public Proposal propose(Connection connection, Model model, ComparisonRequest request) throws SQLException {
        GivenNames names = new GivenNames();
        Schema wanted = names.complete(included(Relocation.unqualified(own).schema(model.schema())));
        List<String> schemas = schemas(wanted);
        Schema there = included(Relocation.unqualified(own).schema(dialect.inspect(connection, schemas)));
        List<String> missing = missing(connection, schemas);
        Preparation renamed = new Renames(dialect, wanted).in(there, request);
        Preparation prepared =
                renamed.then(new EnumReplacements(dialect, wanted, model.detail(), filter).in(renamed.actual()));
        Schema actual = prepared.actual();
        SchemaPair atFirstSight =
                new SchemaPair(actual, wanted, wanted, names, model.detail(), dialect, request.unknownTables());
        Differences found = compare(atFirstSight, missing);
        if (!found.changed().isEmpty()) {
            Schema normal = normal(connection, atFirstSight, found.changed(), missing);
            found = compare(atFirstSight.normalized(normal), missing);
        }
        return found.proposal(prepared);
    }

    private Schema normal(Connection connection, SchemaPair pair, Set<ObjectName> tables, List<String> missing)
            throws SQLException {
        try (Connection empty = dialect.emptyDatabase(connection)) {
            return empty == null
                    ? new ScratchSchema(connection, dialect, own, missing).normal(pair.wanted(), pair.actual(), tables)
                    : new ScratchDatabase(empty, dialect, own).normal(pair.wanted(), tables);
        }
    }

    private Differences compare(SchemaPair pair, List<String> missingSchemas) {
        Differences found = new Differences(filter);
        missingSchemas.forEach(name -> found.add(new CreateSchema(name, Existence.REQUIRED)));
        COMPARISONS.forEach(comparison -> comparison.compare(pair, found));
        return found;
    }

    private List<String> missing(Connection connection, List<String> schemas) throws SQLException {
        List<String> missing = new ArrayList<>(schemas);
        missing.remove(own);
        if (!missing.isEmpty()) {
            try (ResultSet there = connection.getMetaData().getSchemas()) {
                while (there.next()) {
                    missing.remove(there.getString("TABLE_SCHEM"));
                }
            }
        }
        return missing;
    }

    private List<String> schemas(Schema wanted) {
        Set<String> schemas = new TreeSet<>(Set.of(own));
        Stream.of(
                        wanted.tables().stream().map(Table::name),
                        wanted.sequences().stream().map(Sequence::name),
                        wanted.enums().stream().map(EnumType::name))
                .flatMap(names -> names)
                .map(ObjectName::schema)
                .filter(Objects::nonNull)
                .forEach(schemas::add);
        return new ArrayList<>(schemas);
    }

    private Schema included(Schema schema) {
        Set<ObjectName> left = new HashSet<>();
        for (Table table : schema.tables()) {
            ObjectName name = table.name();
            boolean book = name.schema() == null && books.contains(name.name());
            if (book || !filter.includes(new SchemaPart(SchemaPart.Kind.TABLE, name, null))) {
                left.add(name);
            }
        }
        return schema.without(left);
    }
}
