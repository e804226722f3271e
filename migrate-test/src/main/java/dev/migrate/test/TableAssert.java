package dev.migrate.test;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one table. Definitions are spelled as {@link SchemaPicture} spells them, which is how the server does: {@code
 * text not null default 'new'::text}. A failure shows what is there instead.
 */
public final class TableAssert extends AbstractAssert<TableAssert, String> {

    private final MigrationHarness database;

    TableAssert(MigrationHarness database, String table) {
        super(table, TableAssert.class);
        this.database = database;
    }

    /** Verifies that the table is there. */
    public TableAssert exists() {
        qualified();
        return this;
    }

    /** Verifies that the table is not there. */
    public TableAssert doesNotExist() {
        String found = find();
        if (found != null) {
            throw failure("Table %s is there, although it should not be.", found);
        }
        return this;
    }

    /** Verifies that the table has a column. */
    public TableAssert hasColumn(String column) {
        definition("column", column);
        return this;
    }

    /**
     * Verifies that the table has a column of this definition.
     *
     * @param definition type, {@code not null}, default, in the words of the server
     */
    public TableAssert hasColumn(String column, String definition) {
        return has("column", column, definition);
    }

    /** Verifies that the table lacks a column. */
    public TableAssert hasNoColumn(String column) {
        return hasNo("column", column);
    }

    /** Verifies that the table has an index. */
    public TableAssert hasIndex(String index) {
        definition("index", index);
        return this;
    }

    /**
     * Verifies that the table has an index of this definition.
     *
     * @param definition the whole {@code CREATE INDEX} in the words of the server
     */
    public TableAssert hasIndex(String index, String definition) {
        return has("index", index, definition);
    }

    /** Verifies that the table lacks an index. */
    public TableAssert hasNoIndex(String index) {
        return hasNo("index", index);
    }

    /**
     * Verifies that the table has a constraint of this definition.
     *
     * @param definition such as {@code FOREIGN KEY (caller) REFERENCES public.people(id)}, in the words of the server
     */
    public TableAssert hasConstraint(String constraint, String definition) {
        return has("constraint", constraint, definition);
    }

    /** Verifies that the table lacks a constraint. */
    public TableAssert hasNoConstraint(String constraint) {
        return hasNo("constraint", constraint);
    }

    /** Verifies how many rows there are. */
    public TableAssert hasRows(long expected) {
        long count = count(Map.of());
        if (count != expected) {
            throw failure("Table %s has %s rows, where %s are expected:%n%s", actual, count, expected, someRows());
        }
        return this;
    }

    /** Verifies that at least one row has these values, each taken as {@link MigrationHarness#insert} takes it. */
    public TableAssert hasRow(Map<String, ? extends @Nullable Object> row) {
        if (count(row) == 0) {
            throw failure("Table %s has no row with %s, but these:%n%s", actual, row, someRows());
        }
        return this;
    }

    /** Verifies that a row could be inserted; it is not kept. */
    public TableAssert accepts(Map<String, ? extends @Nullable Object> row) {
        SQLException refusal = refusal(row);
        if (refusal != null) {
            throw failure("Table %s refuses the row %s:%n  %s", actual, row, refusal.getMessage());
        }
        return this;
    }

    /**
     * Verifies that a row cannot be inserted because of a constraint.
     *
     * @param constraint its name, or that of the column that must not be null
     */
    public TableAssert refuses(Map<String, ? extends @Nullable Object> row, String constraint) {
        SQLException refusal = refusal(row);
        if (refusal == null) {
            throw failure(
                    "Table %s takes the row %s, which %s should refuse. Its constraints:%n%s",
                    actual, row, constraint, all("constraint"));
        }
        boolean violates = Objects.requireNonNullElse(refusal.getSQLState(), "").startsWith("23");
        if (!violates || !String.valueOf(refusal.getMessage()).contains('"' + constraint + '"')) {
            throw failure(
                    "Table %s refuses the row %s, but not because of %s:%n  %s",
                    actual, row, constraint, refusal.getMessage());
        }
        return this;
    }

    private TableAssert has(String kind, String name, String expected) {
        String definition = definition(kind, name);
        if (!definition.equals(expected)) {
            throw failure(
                    "The %s %s of table %s is not as expected:%n  expected: %s%n  but was:  %s",
                    kind, name, actual, expected, definition);
        }
        return this;
    }

    private TableAssert hasNo(String kind, String name) {
        String definition = objects(kind).get(name);
        if (definition != null) {
            throw failure("Table %s has the %s %s, although it should not:%n  %s", actual, kind, name, definition);
        }
        return this;
    }

    private String definition(String kind, String name) {
        Map<String, String> objects = objects(kind);
        String definition = objects.get(name);
        if (definition == null) {
            throw failure("Table %s has no %s %s, but these:%n%s", actual, kind, name, all(kind));
        }
        return definition;
    }

    private String all(String kind) {
        return objects(kind).entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Returns the table's columns, indexes or constraints by their own names. */
    private Map<String, String> objects(String kind) {
        return database.schema().objectsOf(kind, qualified());
    }

    private String qualified() {
        String found = find();
        if (found == null) {
            List<String> tables = database.schema().objects().keySet().stream()
                    .filter(name -> name.startsWith("table "))
                    .map(name -> "  " + name.substring("table ".length()))
                    .toList();
            throw failure("There is no table %s, but these:%n%s", actual, String.join("\n", tables));
        }
        return found;
    }

    private @Nullable String find() {
        isNotNull();
        return database.jdbc()
                .sql("SELECT quote_ident(nspname) || '.' || quote_ident(relname) FROM pg_class"
                        + " JOIN pg_namespace n ON n.oid = relnamespace WHERE pg_class.oid = to_regclass(?)")
                .param(actual)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long count(Map<String, ? extends @Nullable Object> row) {
        qualified();
        try {
            return database.rows(actual).count(row);
        } catch (SQLException e) {
            throw failure("Table %s cannot be asked for %s:%n  %s", actual, row, e.getMessage());
        }
    }

    private @Nullable SQLException refusal(Map<String, ? extends @Nullable Object> row) {
        qualified();
        try {
            return database.rows(actual).refusal(row);
        } catch (SQLException e) {
            throw failure("Table %s cannot be asked for %s:%n  %s", actual, row, e.getMessage());
        }
    }

    private String someRows() {
        return database.rows(actual).some().stream().map(row -> "  " + row).collect(Collectors.joining("\n"));
    }
}
