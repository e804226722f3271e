package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;

/** A dialect that spells operations as the standard does with some differences, and lacks some features. */
abstract class SpelledDialect implements Dialect {

    private final StandardSpelling spelling;

    private final Set<Feature> lacking;

    SpelledDialect(StandardSpelling spelling, Set<Feature> lacking) {
        this.spelling = spelling;
        this.lacking = lacking;
    }

    @Override
    public final String name() {
        return spelling.name();
    }

    @Override
    public final String quote(String identifier) {
        return spelling.quote(identifier);
    }

    @Override
    public final String quote(ObjectName name) {
        return spelling.quote(name);
    }

    @Override
    public final String literal(@Nullable Object value) {
        return spelling.literal(value);
    }

    @Override
    public final String type(ColumnType type) {
        return spelling.type(type);
    }

    @Override
    public final @Nullable String unsupported(Operation operation) {
        String missing = FeatureUse.missing(name(), lacking, operation);
        if (missing == null && lacking.contains(Feature.SCHEMAS)) {
            String other = UsedNames.firstSchema(operation, schema -> !schema.equals(ownSchema()));
            missing = other == null ? null : Feature.SCHEMAS.missingFrom(name());
        }
        return missing;
    }

    final Set<Feature> lacking() {
        return lacking;
    }

    /** Returns the name of the one schema that a database without schemas has. */
    String ownSchema() {
        return "";
    }

    @Override
    public final List<Wording> spell(List<Operation> operations) {
        return spelling.spell(operations);
    }

    /** Returns the name of a table, or of something beside it, with its schema. */
    final String qualified(BookTables books, String name) {
        return books.schema().isEmpty() ? quote(name) : quote(new ObjectName(books.schema(), name));
    }

    /** Returns the width of the version table's column as the standard's catalog tells it. */
    final int declaredWidth(Connection connection, BookTables books) throws SQLException {
        String sql = """
                SELECT CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.COLUMNS
                 WHERE TABLE_SCHEMA = %s AND TABLE_NAME = %s AND UPPER(COLUMN_NAME) = 'VERSION_NUM'""".formatted(literal(books.schema()), literal(books.version()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            long width = row.next() ? row.getLong(1) : 0;
            return width > 0 && width < Integer.MAX_VALUE ? (int) width : Integer.MAX_VALUE;
        }
    }
}
