package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.inspect.SqliteClause;
import dev.migrate.inspect.SqliteClause.Kind;
import dev.migrate.inspect.SqliteColumn;
import dev.migrate.inspect.SqliteIndex;
import dev.migrate.inspect.SqliteTable;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;

import static dev.migrate.inspect.SqliteClause.mentions;

/** A table of SQLite while it is changed on paper. */
final class SqliteDraft {

    private static final Pattern WAS = Pattern.compile("/\\* was (.*?) \\*/", Pattern.DOTALL);

    private final SqliteSpelling spelling;

    private final boolean numbered;

    /** What each column that is there before is filled with, by its name in lower case. */
    private final Map<String, String> sources = new HashMap<>();

    private final List<SqliteCatalog.Entry> indexes = new ArrayList<>();

    private SqliteTable table;

    SqliteDraft(SqliteSpelling spelling, SqliteTable table) {
        this.spelling = spelling;
        this.table = table;
        this.numbered = table.autoincrement();
        table.columns().forEach(column -> sources.put(key(column.name()), spelling.quote(column.name())));
    }

    SqliteTable table() {
        return table;
    }

    /** The indexes that are to be made again. */
    List<SqliteCatalog.Entry> indexes() {
        return indexes;
    }

    /** Tells whether no number of a row may be used again. */
    boolean keepsCounter() {
        return numbered && table.autoincrement();
    }

    /** Returns the columns that take rows over, quoted. */
    List<String> targets() {
        return filled().stream().map(column -> spelling.quote(column.name())).toList();
    }

    /** Returns what fills each of them. */
    List<String> sources() {
        return filled().stream()
                .map(column -> sources.getOrDefault(key(column.name()), "NULL"))
                .toList();
    }

    private List<SqliteColumn> filled() {
        return table.columns().stream()
                .filter(column -> column.clause(Kind.GENERATED) == null)
                .filter(column -> sources.containsKey(key(column.name())))
                .toList();
    }

    void apply(Operation change) throws SQLException {
        if (change instanceof AddColumn add) {
            add(add);
        } else if (change instanceof DropColumn drop) {
            drop(drop);
        } else if (change instanceof AddConstraint add) {
            add(add.constraint());
        } else if (change instanceof DropConstraint drop) {
            boolean found = constraint(drop.name(), clause -> null);
            if (!found && drop.condition() == Existence.REQUIRED) {
                throw missing("constraint", drop.name());
            }
        } else if (change instanceof RenameConstraint rename) {
            if (!constraint(rename.constraint(), clause -> clause.named(rename.name()))) {
                throw missing("constraint", rename.constraint());
            }
        } else if (change instanceof AddUniqueKeyUsingIndex add) {
            use(add);
        } else {
            alter(change);
        }
    }

    private void alter(Operation change) throws SQLException {
        if (change instanceof SetColumnType set) {
            setType(set);
        } else if (change instanceof SetColumnNullability set) {
            nullable(set.column(), set.nullable());
        } else if (change instanceof SetColumnDefault set) {
            String sql = set.to().isNone() ? null : spelling.defaultValue(set.to());
            column(set.column(), column -> {
                SqliteColumn bare = column.without(Kind.DEFAULT);
                return sql == null
                        ? bare
                        : bare.with(new SqliteClause(Kind.DEFAULT, null, "DEFAULT " + sql, List.of(), sql));
            });
        } else if (change instanceof AddIdentity add) {
            number(add.column());
        } else if (change instanceof DropIdentity drop) {
            column(drop.column(), SqliteDraft::unnumbered);
        } else if (change instanceof SetGeneratedExpression set) {
            column(set.column(), column -> {
                SqliteClause old = column.clause(Kind.GENERATED);
                boolean stored =
                        old != null && old.sql().toUpperCase(Locale.ROOT).endsWith("STORED");
                return replaced(
                        column,
                        Kind.GENERATED,
                        "GENERATED ALWAYS AS (" + set.to() + ")" + (stored ? " STORED" : " VIRTUAL"));
            });
        } else if (change instanceof DropGeneratedExpression drop) {
            column(drop.column(), column -> column.without(Kind.GENERATED));
        }
    }

    private void add(AddColumn add) throws SQLException {
        String name = add.column().name();
        if (table.column(name) != null) {
            if (add.condition() == Existence.REQUIRED) {
                throw new SQLException("duplicate column name: " + name);
            }
            return;
        }
        List<SqliteColumn> columns = new ArrayList<>(table.columns());
        columns.add(parsed(spelling.column(add.column())).columns().get(0));
        sources.remove(key(name));
        table = new SqliteTable(table.name(), columns, table.constraints(), table.options());
    }

    /** As elsewhere, constraints and indexes that are about the column go with it. */
    private void drop(DropColumn drop) throws SQLException {
        SqliteColumn dropped = table.column(drop.column());
        if (dropped == null) {
            if (drop.condition() == Existence.REQUIRED) {
                throw missing("column", drop.column());
            }
            return;
        }
        String name = dropped.name();
        List<SqliteColumn> columns = table.columns().stream()
                .filter(column -> !column.equals(dropped))
                .map(column -> new SqliteColumn(
                        column.name(),
                        column.type(),
                        column.clauses().stream()
                                .filter(clause -> clause.kind() != Kind.CHECK || !mentions(clause.detail(), name))
                                .toList()))
                .toList();
        List<SqliteClause> constraints = table.constraints().stream()
                .filter(clause -> clause.columns().stream().noneMatch(name::equalsIgnoreCase))
                .filter(clause -> clause.kind() != Kind.CHECK || !mentions(clause.detail(), name))
                .toList();
        sources.remove(key(name));
        indexes.removeIf(index -> SqliteIndex.parse(index.sql()).mentions(name));
        table = new SqliteTable(table.name(), columns, constraints, table.options());
    }

    private void add(Constraint constraint) throws SQLException {
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                nullable(column, false);
            }
        }
        List<SqliteClause> constraints = new ArrayList<>(table.constraints());
        constraints.addAll(parsed("c, " + spelling.constraint(constraint)).constraints());
        table = new SqliteTable(table.name(), table.columns(), constraints, table.options());
    }

    private void use(AddUniqueKeyUsingIndex add) throws SQLException {
        for (SqliteCatalog.Entry index : List.copyOf(indexes)) {
            if (index.name().equalsIgnoreCase(add.index())) {
                indexes.remove(index);
                add(UniqueKey.of(add.name(), SqliteIndex.parse(index.sql()).columns()));
                return;
            }
        }
        throw missing("index", add.index());
    }

    private void setType(SetColumnType set) throws SQLException {
        String collation = set.to().collation();
        column(set.column(), column -> {
            SqliteColumn typed = column.typed(spelling.type(set.to().type())).without(Kind.COLLATE);
            return collation == null
                    ? typed
                    : typed.with(new SqliteClause(
                            Kind.COLLATE, null, "COLLATE " + spelling.collation(collation), List.of(), collation));
        });
        if (set.to().using() != null) {
            sources.replace(key(set.column()), set.to().using());
        }
    }

    private void nullable(String name, boolean nullable) throws SQLException {
        column(name, column -> {
            SqliteColumn bare = column.without(Kind.NULL);
            if (nullable) {
                return bare.without(Kind.NOT_NULL);
            }
            return bare.clause(Kind.NOT_NULL) != null
                    ? bare
                    : bare.with(new SqliteClause(Kind.NOT_NULL, null, "NOT NULL", List.of(), ""));
        });
    }

    private void number(String name) throws SQLException {
        List<SqliteClause> keys = table.constraints().stream()
                .filter(clause ->
                        clause.kind() == Kind.PRIMARY_KEY && clause.columns().size() == 1)
                .filter(clause -> clause.columns().get(0).equalsIgnoreCase(name))
                .toList();
        List<SqliteClause> constraints = table.constraints().stream()
                .filter(clause -> !keys.contains(clause))
                .toList();
        column(name, column -> {
            SqliteClause old = keys.isEmpty() ? column.clause(Kind.PRIMARY_KEY) : keys.get(0);
            String keyName = old == null ? null : old.name();
            return column.typed("integer")
                    .without(Kind.PRIMARY_KEY)
                    .with(new SqliteClause(Kind.PRIMARY_KEY, keyName, numbering(column.type()), List.of(), ""));
        });
        table = new SqliteTable(table.name(), table.columns(), constraints, table.options());
    }

    /** Only an integer can number rows; what it was before is kept where the database keeps everything that is written. */
    private static String numbering(String type) {
        boolean kept = !type.equalsIgnoreCase("integer") && !type.contains("*/");
        return kept ? "PRIMARY KEY /* was " + type + " */ AUTOINCREMENT" : "PRIMARY KEY AUTOINCREMENT";
    }

    private static SqliteColumn unnumbered(SqliteColumn column) {
        SqliteClause key = column.clause(Kind.PRIMARY_KEY);
        Matcher was = WAS.matcher(key == null ? "" : key.sql());
        SqliteColumn typed = was.find() ? column.typed(was.group(1)) : column;
        return replaced(typed, Kind.PRIMARY_KEY, "PRIMARY KEY");
    }

    private static SqliteColumn replaced(SqliteColumn column, Kind kind, String sql) {
        SqliteClause old = column.clause(kind);
        return column.without(kind).with(new SqliteClause(kind, old == null ? null : old.name(), sql, List.of(), ""));
    }

    private void column(String name, UnaryOperator<SqliteColumn> change) throws SQLException {
        SqliteColumn found = table.column(name);
        if (found == null) {
            throw missing("column", name);
        }
        List<SqliteColumn> columns = table.columns().stream()
                .map(column -> column.equals(found) ? change.apply(column) : column)
                .toList();
        table = new SqliteTable(table.name(), columns, table.constraints(), table.options());
    }

    /** Changes, or removes, the constraint of this name, wherever it stands; tells whether there was one. */
    private boolean constraint(String name, java.util.function.Function<SqliteClause, @Nullable SqliteClause> change) {
        List<SqliteColumn> columns = table.columns().stream()
                .map(column -> new SqliteColumn(column.name(), column.type(), changed(column.clauses(), name, change)))
                .toList();
        List<SqliteClause> constraints = changed(table.constraints(), name, change);
        boolean found = !columns.equals(table.columns()) || !constraints.equals(table.constraints());
        table = new SqliteTable(table.name(), columns, constraints, table.options());
        return found;
    }

    private static List<SqliteClause> changed(
            List<SqliteClause> clauses,
            String name,
            java.util.function.Function<SqliteClause, @Nullable SqliteClause> change) {
        List<SqliteClause> changed = new ArrayList<>();
        for (SqliteClause clause : clauses) {
            SqliteClause next = name.equalsIgnoreCase(clause.name()) ? change.apply(clause) : clause;
            if (next != null) {
                changed.add(next);
            }
        }
        return changed;
    }

    private static SqliteTable parsed(String items) {
        return SqliteTable.parse("CREATE TABLE t (" + items + ")");
    }

    private SQLException missing(String kind, String name) {
        return new SQLException("no such " + kind + " in table " + table.name() + ": " + name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
