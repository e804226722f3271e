package dev.migrate.lint.statement;

import java.util.Set;

import dev.migrate.lint.statement.TableAction.Change;
import dev.migrate.lint.statement.TableAction.Kind;

/** Reads what stands behind {@code ALTER COLUMN}. */
final class AlterColumnReader {

    private final Cursor cursor;

    AlterColumnReader(Cursor cursor) {
        this.cursor = cursor;
    }

    TableAction read() {
        String column = cursor.identifier();
        if (cursor.accept("SET", "DATA", "TYPE") || cursor.accept("TYPE")) {
            return type(column);
        }
        if (cursor.accept("SET")) {
            return set(column);
        }
        if (cursor.accept("DROP")) {
            return drop(column);
        }
        if (cursor.accept("ADD", "GENERATED")) {
            cursor.until(Set.of());
            return new Change(Kind.IDENTITY, column);
        }
        if (cursor.accept("RESTART")) {
            if (!cursor.ended() && !cursor.seesSymbol(',')) {
                cursor.until(Set.of());
            }
            return new Change(Kind.IDENTITY, column);
        }
        cursor.expect("RESET");
        cursor.parenthesized();
        return new Change(Kind.STATISTICS, column);
    }

    private TableAction type(String column) {
        TypeName type = new TypeReader(cursor).read();
        String collation = cursor.accept("COLLATE") ? cursor.name().toString() : null;
        Expression using = cursor.accept("USING") ? cursor.until(Set.of()) : Expression.none();
        return new TableAction.SetType(column, type, collation, using);
    }

    private TableAction set(String column) {
        if (cursor.accept("DEFAULT")) {
            return new TableAction.SetDefault(column, cursor.until(Set.of()));
        }
        if (cursor.accept("NOT", "NULL")) {
            return new TableAction.SetNotNull(column);
        }
        if (cursor.accept("EXPRESSION", "AS")) {
            cursor.parenthesized();
            return new TableAction.SetExpression(column);
        }
        if (cursor.accept("STATISTICS")) {
            cursor.until(Set.of());
            return new Change(Kind.STATISTICS, column);
        }
        if (cursor.accept("STORAGE")) {
            return new Change(Kind.STORAGE, cursor.identifier());
        }
        if (cursor.accept("COMPRESSION")) {
            return new Change(Kind.COMPRESSION, cursor.identifier());
        }
        if (cursor.seesSymbol('(')) {
            cursor.parenthesized();
            return new Change(Kind.STATISTICS, column);
        }
        cursor.until(Set.of());
        return new Change(Kind.IDENTITY, column);
    }

    private TableAction drop(String column) {
        if (cursor.accept("DEFAULT")) {
            return new TableAction.SetDefault(column, null);
        }
        if (cursor.accept("NOT", "NULL")) {
            return new TableAction.DropNotNull(column);
        }
        boolean identity = cursor.accept("IDENTITY");
        if (!identity) {
            cursor.expect("EXPRESSION");
        }
        cursor.accept("IF", "EXISTS");
        return new Change(identity ? Kind.IDENTITY : Kind.DROP_EXPRESSION, column);
    }
}
