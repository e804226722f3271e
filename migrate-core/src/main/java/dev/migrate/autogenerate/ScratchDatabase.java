package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Writes;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;

/** Lets a database in memory say how it would keep what a model wants, where the real one would not roll it back. */
final class ScratchDatabase {

    private final Connection empty;

    private final Dialect dialect;

    private final String own;

    ScratchDatabase(Connection empty, Dialect dialect, String own) {
        this.empty = empty;
        this.dialect = dialect;
        this.own = own;
    }

    /** Returns the schema with these tables, and their indexes, as the database keeps them. */
    Schema normal(Schema wanted, Set<ObjectName> tables) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        tables.forEach(table -> {
            if (table.schema() != null) {
                schemas.add(table.schema());
            }
        });
        List<Operation> operations = new ArrayList<>();
        schemas.forEach(schema -> operations.add(new CreateSchema(schema, Existence.OPTIONAL)));
        wanted.sequences().forEach(sequence -> operations.add(new CreateSequence(sequence)));
        wanted.domains().forEach(domain -> operations.add(new CreateDomain(domain)));
        wanted.tables().stream()
                .filter(table -> tables.contains(table.name()))
                .forEach(table ->
                        operations.add(new CreateTable(ScratchSchema.withoutForeignKeys(table), Existence.REQUIRED)));
        wanted.indexes().stream()
                .filter(index -> tables.contains(index.table()))
                .forEach(index -> operations.add(new CreateIndex(index, Existence.REQUIRED, Writes.BLOCKED)));
        try (Statement statement = empty.createStatement()) {
            ScratchSchema.run(operations, dialect, statement);
        }
        schemas.add(own);
        Schema read = Relocation.unqualified(own).schema(dialect.inspect(empty, List.copyOf(schemas)));
        return ScratchSchema.merged(wanted, read, tables);
    }
}
