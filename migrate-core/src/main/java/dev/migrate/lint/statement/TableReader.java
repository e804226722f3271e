package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.ConstraintSpec.Kind;
import dev.migrate.lint.statement.ConstraintSpec.Reference;
import dev.migrate.lint.statement.ConstraintSpec.Validity;
import dev.migrate.script.SqlToken;

/** Reads columns and constraints, which stand in CREATE TABLE and ALTER TABLE alike. */
final class TableReader {

    private static final Set<String> BEHIND_DEFAULT = Set.of(
            "constraint",
            "not",
            "null",
            "check",
            "unique",
            "primary",
            "references",
            "generated",
            "collate",
            "deferrable",
            "initially",
            "storage",
            "compression",
            "default");

    private static final Set<String> CONSTRAINT_ENDS =
            Set.of("deferrable", "initially", "not", "enforced", "no", "using", "with", "include", "where", "nulls");

    private final Cursor cursor;

    TableReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Tells whether a constraint of the table comes next, and no column. */
    boolean seesConstraint() {
        SqlToken next = cursor.peek(1);
        return cursor.sees("CONSTRAINT")
                || cursor.sees("CHECK")
                || cursor.sees("UNIQUE")
                || cursor.sees("PRIMARY", "KEY")
                || cursor.sees("FOREIGN", "KEY")
                || cursor.sees("NOT", "NULL")
                || (cursor.sees("EXCLUDE") && next != null && (next.is("USING") || next.isSymbol('(')));
    }

    ColumnSpec column() {
        String name = cursor.identifier();
        TypeName type = new TypeReader(cursor).read();
        return new Column(name, type).read();
    }

    ConstraintSpec constraint() {
        String name = cursor.accept("CONSTRAINT") ? cursor.identifier() : null;
        if (cursor.accept("CHECK")) {
            return ended(new ConstraintSpec(
                    name, Kind.CHECK, List.of(), null, cursor.parenthesized(), null, Validity.VALID));
        }
        if (cursor.accept("NOT", "NULL")) {
            return ended(of(name, Kind.NOT_NULL, List.of(cursor.identifier()), null, null));
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            List<String> columns = cursor.columns();
            cursor.expect("REFERENCES");
            return ended(of(name, Kind.FOREIGN_KEY, columns, reference(), null));
        }
        if (cursor.accept("EXCLUDE")) {
            if (cursor.accept("USING")) {
                cursor.identifier();
            }
            cursor.parenthesized();
            return ended(of(name, Kind.EXCLUDE, List.of(), null, null));
        }
        return key(name);
    }

    private ConstraintSpec key(@Nullable String name) {
        Kind kind = cursor.accept("UNIQUE") ? Kind.UNIQUE : Kind.PRIMARY_KEY;
        if (kind == Kind.PRIMARY_KEY) {
            cursor.expect("PRIMARY", "KEY");
        }
        if (cursor.accept("USING", "INDEX")) {
            return ended(of(name, kind, List.of(), null, cursor.identifier()));
        }
        if (cursor.accept("NULLS", "NOT", "DISTINCT")) {
            return ended(of(name, kind, cursor.columns(), null, null));
        }
        cursor.accept("NULLS", "DISTINCT");
        return ended(of(name, kind, keyColumns(), null, null));
    }

    private List<String> keyColumns() {
        List<String> columns = new ArrayList<>();
        cursor.expectSymbol('(');
        do {
            columns.add(cursor.identifier());
            cursor.accept("WITHOUT", "OVERLAPS");
        } while (cursor.acceptSymbol(','));
        cursor.expectSymbol(')');
        return columns;
    }

    private static ConstraintSpec of(
            @Nullable String name,
            Kind kind,
            List<String> columns,
            @Nullable Reference reference,
            @Nullable String index) {
        return new ConstraintSpec(name, kind, columns, reference, Expression.none(), index, Validity.VALID);
    }

    private Reference reference() {
        var table = cursor.name();
        List<String> columns = cursor.seesSymbol('(') ? cursor.columns() : List.of();
        boolean more = true;
        while (more) {
            if (cursor.accept("MATCH")) {
                cursor.identifier();
            } else if (cursor.accept("ON", "DELETE") || cursor.accept("ON", "UPDATE")) {
                action();
            } else {
                more = false;
            }
        }
        return new Reference(table, columns);
    }

    private void action() {
        if (cursor.accept("SET", "NULL") || cursor.accept("SET", "DEFAULT")) {
            if (cursor.seesSymbol('(')) {
                cursor.columns();
            }
        } else if (!cursor.accept("NO", "ACTION") && !cursor.accept("CASCADE")) {
            cursor.expect("RESTRICT");
        }
    }

    /** Reads what may stand behind any constraint. */
    private ConstraintSpec ended(ConstraintSpec constraint) {
        Validity validity = Validity.VALID;
        while (cursor.peek() != null && sees(CONSTRAINT_ENDS)) {
            if (cursor.accept("NOT", "VALID")) {
                validity = validity == Validity.NOT_ENFORCED ? validity : Validity.NOT_VALID;
            } else if (cursor.accept("NOT", "ENFORCED")) {
                validity = Validity.NOT_ENFORCED;
            } else if (!end()) {
                break;
            }
        }
        return new ConstraintSpec(
                constraint.name(),
                constraint.kind(),
                constraint.columns(),
                constraint.reference(),
                constraint.expression(),
                constraint.index(),
                validity);
    }

    private boolean sees(Set<String> words) {
        SqlToken token = cursor.peek();
        return token != null && token.kind() == SqlToken.Kind.WORD && words.contains(token.name());
    }

    private boolean end() {
        if (cursor.accept("WITH") || cursor.accept("INCLUDE") || cursor.accept("WHERE")) {
            cursor.parenthesized();
            return true;
        }
        if (cursor.accept("USING", "INDEX", "TABLESPACE")) {
            cursor.identifier();
            return true;
        }
        return deferral() || cursor.accept("NO", "INHERIT") || cursor.accept("ENFORCED");
    }

    private boolean deferral() {
        return cursor.accept("DEFERRABLE")
                || cursor.accept("NOT", "DEFERRABLE")
                || cursor.accept("INITIALLY", "DEFERRED")
                || cursor.accept("INITIALLY", "IMMEDIATE");
    }

    /** What stands behind the type of one column. */
    private final class Column {

        private final String name;

        private final TypeName type;

        private boolean notNull;

        private @Nullable Expression value;

        private ColumnSpec.Source source = ColumnSpec.Source.PLAIN;

        private final List<ConstraintSpec> constraints = new ArrayList<>();

        Column(String name, TypeName type) {
            this.name = name;
            this.type = type;
        }

        ColumnSpec read() {
            boolean more = true;
            while (more) {
                String constraint = cursor.accept("CONSTRAINT") ? cursor.identifier() : null;
                more = plain() || generated() || key(constraint) || constraint != null;
            }
            return new ColumnSpec(name, type, notNull, value, source, constraints);
        }

        private boolean plain() {
            if (cursor.accept("NOT", "NULL")) {
                notNull = true;
                cursor.accept("NO", "INHERIT");
                return true;
            }
            if (cursor.accept("DEFAULT")) {
                value = cursor.until(BEHIND_DEFAULT);
                return true;
            }
            if (cursor.accept("COLLATE")) {
                cursor.name();
                return true;
            }
            if (cursor.accept("STORAGE") || cursor.accept("COMPRESSION")) {
                cursor.identifier();
                return true;
            }
            if (cursor.accept("OPTIONS")) {
                cursor.parenthesized();
                return true;
            }
            return cursor.accept("NULL") || deferral() || cursor.accept("ENFORCED");
        }

        private boolean generated() {
            if (!cursor.accept("GENERATED")) {
                return false;
            }
            if (!cursor.accept("ALWAYS")) {
                cursor.expect("BY", "DEFAULT");
            }
            cursor.expect("AS");
            if (cursor.accept("IDENTITY")) {
                source = ColumnSpec.Source.IDENTITY;
                notNull = true;
                if (cursor.seesSymbol('(')) {
                    cursor.parenthesized();
                }
                return true;
            }
            value = cursor.parenthesized();
            source = cursor.accept("STORED") ? ColumnSpec.Source.STORED : ColumnSpec.Source.VIRTUAL;
            cursor.accept("VIRTUAL");
            return true;
        }

        private boolean key(@Nullable String constraint) {
            if (cursor.accept("PRIMARY", "KEY")) {
                notNull = true;
                constraints.add(ended(of(constraint, Kind.PRIMARY_KEY, List.of(name), null, null)));
            } else if (cursor.accept("UNIQUE")) {
                cursor.accept("NULLS", "NOT", "DISTINCT");
                constraints.add(ended(of(constraint, Kind.UNIQUE, List.of(name), null, null)));
            } else if (cursor.accept("REFERENCES")) {
                constraints.add(ended(of(constraint, Kind.FOREIGN_KEY, List.of(name), reference(), null)));
            } else if (cursor.accept("CHECK")) {
                Expression demand = cursor.parenthesized();
                constraints.add(ended(
                        new ConstraintSpec(constraint, Kind.CHECK, List.of(name), null, demand, null, Validity.VALID)));
            } else {
                return false;
            }
            return true;
        }
    }
}
