package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Ddl.Existing;
import dev.migrate.lint.statement.Ddl.Partition;
import dev.migrate.lint.statement.Ddl.Persistence;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;

/** Reads what stands behind the name in {@code CREATE TABLE}. */
final class CreateTableReader {

    private static final Set<String> LIKE_OPTIONS = Set.of("including", "excluding");

    private final Cursor cursor;

    private final TableReader tables;

    private final ObjectName table;

    private final Persistence persistence;

    private final Existing existing;

    private final List<ColumnSpec> columns = new ArrayList<>();

    private final List<ConstraintSpec> constraints = new ArrayList<>();

    private @Nullable Partition partition;

    private Expression partitionKey = Expression.none();

    private Expression query = Expression.none();

    CreateTableReader(Cursor cursor, ObjectName table, Persistence persistence, Existing existing) {
        this.cursor = cursor;
        this.tables = new TableReader(cursor);
        this.table = table;
        this.persistence = persistence;
        this.existing = existing;
    }

    Ddl read() {
        if (cursor.accept("PARTITION", "OF")) {
            partition();
        } else {
            if (cursor.accept("OF")) {
                cursor.name();
            }
            if (isNameList()) {
                cursor.columns();
            } else if (cursor.seesSymbol('(')) {
                elements();
            }
        }
        options();
        return new Ddl.CreateTable(table, columns, constraints, partition, persistence, partitionKey, query, existing);
    }

    private void partition() {
        ObjectName parent = cursor.name();
        if (cursor.seesSymbol('(')) {
            elements();
        }
        List<SqlToken> bound = new ArrayList<>();
        if (cursor.sees("DEFAULT")) {
            bound.add(new SqlToken(SqlToken.Kind.WORD, "DEFAULT", 0));
            cursor.skip();
        } else {
            cursor.expect("FOR", "VALUES");
            SqlToken token = cursor.peek();
            while (token != null && !cursor.sees("PARTITION", "BY") && !isOption()) {
                bound.add(token);
                cursor.skip();
                token = cursor.peek();
            }
        }
        partition = new Partition(parent, new Expression(bound));
    }

    private boolean isOption() {
        SqlToken next = cursor.peek(1);
        return (cursor.sees("WITH") && next != null && next.isSymbol('(') && !isModulus())
                || cursor.sees("TABLESPACE")
                || cursor.sees("USING");
    }

    private boolean isModulus() {
        SqlToken word = cursor.peek(2);
        return word != null && word.is("MODULUS");
    }

    /** {@code CREATE TABLE t (a, b) AS …}: names without types. */
    private boolean isNameList() {
        SqlToken second = cursor.peek(2);
        return cursor.seesSymbol('(') && second != null && (second.isSymbol(',') || second.isSymbol(')'));
    }

    private void elements() {
        cursor.expectSymbol('(');
        if (cursor.acceptSymbol(')')) {
            return;
        }
        do {
            element();
        } while (cursor.acceptSymbol(','));
        cursor.expectSymbol(')');
    }

    private void element() {
        if (cursor.accept("LIKE")) {
            cursor.name();
            while (cursor.acceptAny(LIKE_OPTIONS)) {
                cursor.identifier();
            }
        } else if (tables.seesConstraint()) {
            constraints.add(tables.constraint());
        } else {
            ColumnSpec column = tables.column();
            columns.add(column);
            constraints.addAll(column.constraints());
        }
    }

    private void options() {
        boolean more = true;
        while (more) {
            if (cursor.accept("PARTITION", "BY")) {
                String strategy = cursor.identifier();
                partitionKey = cursor.parenthesized();
                more = !strategy.isEmpty();
            } else if (cursor.accept("INHERITS") || cursor.accept("WITH") || cursor.accept("OPTIONS")) {
                cursor.parenthesized();
            } else if (cursor.accept("USING") || cursor.accept("TABLESPACE") || cursor.accept("SERVER")) {
                cursor.identifier();
            } else if (cursor.accept("WITHOUT", "OIDS")) {
                more = true;
            } else if (cursor.accept("ON", "COMMIT")) {
                onCommit();
            } else {
                more = false;
            }
        }
        if (cursor.accept("AS")) {
            query = cursor.rest();
        }
    }

    private void onCommit() {
        if (!cursor.accept("DROP") && !cursor.accept("PRESERVE", "ROWS")) {
            cursor.expect("DELETE", "ROWS");
        }
    }
}
