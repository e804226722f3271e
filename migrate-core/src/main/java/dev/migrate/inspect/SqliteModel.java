package dev.migrate.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.inspect.SqliteClause.Kind;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Makes values of the pieces of SQLite's statements. */
final class SqliteModel {

    private SqliteModel() {}

    static Table table(ObjectName name, SqliteTable table) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (SqliteColumn column : table.columns()) {
            columns.add(column(column));
            for (SqliteClause clause : column.clauses()) {
                add(constraints, name, clause, List.of(column.name()));
            }
        }
        for (SqliteClause clause : table.constraints()) {
            add(constraints, name, clause, clause.columns());
        }
        return new Table(name, columns, constraints, "");
    }

    private static Column column(SqliteColumn column) {
        SqliteClause value = column.clause(Kind.DEFAULT);
        SqliteClause collation = column.clause(Kind.COLLATE);
        SqliteClause key = column.clause(Kind.PRIMARY_KEY);
        boolean rowid = key != null && column.type().equalsIgnoreCase("integer");
        boolean numbered = key != null && SqliteClause.mentions(key.sql(), "AUTOINCREMENT");
        return new Column(
                column.name(),
                type(column.type()),
                column.clause(Kind.NOT_NULL) == null && !rowid,
                value == null ? DefaultValue.none() : DefaultValue.sql(value.detail()),
                numbered ? Identity.of(Identity.Mode.BY_DEFAULT) : null,
                generated(column.clause(Kind.GENERATED)),
                collation == null ? null : collation.detail(),
                "");
    }

    private static @Nullable Generated generated(@Nullable SqliteClause clause) {
        if (clause == null) {
            return null;
        }
        boolean stored = clause.sql().toUpperCase(Locale.ROOT).endsWith("STORED");
        return new Generated(clause.detail(), stored ? Generated.Storage.STORED : Generated.Storage.VIRTUAL);
    }

    private static ColumnType type(String written) {
        int open = written.indexOf('(');
        int close = written.indexOf(')');
        String name = (open < 0 || close < open ? written : written.substring(0, open) + written.substring(close + 1))
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        for (ColumnType.Kind kind : ColumnType.Kind.values()) {
            if (name.equals(word(kind))) {
                return new ColumnType(kind, arguments(written, open, close), null, 0);
            }
        }
        return Types.named(written.isEmpty() ? "any" : written);
    }

    private static String word(ColumnType.Kind kind) {
        return switch (kind) {
            case DOUBLE -> "double precision";
            case BINARY -> "blob";
            case NAMED, DEFINED -> "";
            default -> kind.name().toLowerCase(Locale.ROOT).replace("_with_zone", " with time zone");
        };
    }

    private static List<Integer> arguments(String written, int open, int close) {
        if (open < 0 || close < open) {
            return List.of();
        }
        return Arrays.stream(written.substring(open + 1, close).split(",", -1))
                .map(String::strip)
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    private static void add(List<Constraint> constraints, ObjectName table, SqliteClause clause, List<String> columns) {
        switch (clause.kind()) {
            case PRIMARY_KEY -> constraints.add(new PrimaryKey(clause.name(), columns));
            case UNIQUE -> constraints.add(UniqueKey.of(clause.name(), columns));
            case CHECK -> constraints.add(new Check(clause.name(), clause.detail(), Validity.VALID));
            case FOREIGN_KEY -> constraints.add(foreignKey(table, clause, columns));
            default -> {
                // It belongs to the column.
            }
        }
    }

    private static ForeignKey foreignKey(ObjectName table, SqliteClause clause, List<String> columns) {
        SqliteTokens tokens = new SqliteTokens(clause.sql());
        while (!tokens.take().is("REFERENCES")) {
            // The target stands behind it.
        }
        tokens.take();
        List<String> target = tokens.names();
        String rest = clause.sql()
                .substring(tokens.start())
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
        return new ForeignKey(
                clause.name(),
                columns,
                table.sibling(clause.detail()),
                target,
                action(rest, "ON DELETE "),
                action(rest, "ON UPDATE "),
                deferral(rest),
                Validity.VALID);
    }

    private static ForeignKey.Action action(String rest, String event) {
        int at = rest.indexOf(event);
        if (at >= 0) {
            String words = rest.substring(at + event.length()).replace(' ', '_');
            for (ForeignKey.Action action : ForeignKey.Action.values()) {
                if (words.startsWith(action.name())) {
                    return action;
                }
            }
        }
        return ForeignKey.Action.NO_ACTION;
    }

    private static Deferral deferral(String rest) {
        if (rest.contains("NOT DEFERRABLE") || !rest.contains("DEFERRABLE")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return rest.contains("INITIALLY DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    static Index index(ObjectName name, ObjectName table, String sql) {
        SqliteTokens tokens = new SqliteTokens(sql);
        tokens.skip("CREATE");
        boolean unique = tokens.skip("UNIQUE");
        while (!tokens.atEnd() && !tokens.peek().is('(')) {
            tokens.take();
        }
        List<Index.Part> parts = SqliteTokens.split(tokens.group()).stream()
                .map(SqliteModel::part)
                .toList();
        String where = tokens.skip("WHERE") ? sql.substring(tokens.start()).strip() : null;
        return new Index(
                name.name(),
                table,
                parts,
                unique ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
                null,
                List.of(),
                where);
    }

    private static Index.Part part(String written) {
        SqliteTokens tokens = new SqliteTokens(written);
        String column = null;
        int end = 0;
        boolean descending = false;
        String collation = null;
        while (!tokens.atEnd()) {
            if (tokens.peek().is('(')) {
                tokens.group();
                end = tokens.end();
            } else if (tokens.skip("COLLATE")) {
                collation = tokens.take().text();
            } else if (tokens.skip("DESC")) {
                descending = true;
            } else if (!tokens.skip("ASC")) {
                SqliteTokens.Token token = tokens.take();
                column = end == 0 && token.kind() != SqliteTokens.Kind.SYMBOL ? token.text() : null;
                end = tokens.end();
            }
        }
        boolean plain = column != null && new SqliteTokens(written.substring(0, end)).isSingle();
        return new Index.Part(
                plain ? column : null,
                plain ? null : unwrapped(written.substring(0, end)),
                descending ? Index.Order.DESCENDING : Index.Order.ASCENDING,
                Index.NullOrder.USUAL,
                null,
                collation);
    }

    /** Without the parentheses that we put round an expression. */
    private static String unwrapped(String expression) {
        SqliteTokens tokens = new SqliteTokens(expression);
        if (!tokens.peek().is('(')) {
            return expression;
        }
        String inner = tokens.group();
        return tokens.atEnd() ? inner.strip() : expression;
    }
}
