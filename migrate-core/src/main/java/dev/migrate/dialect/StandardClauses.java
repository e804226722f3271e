package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** The parts of statements as the SQL standard writes them, each to be overridden by a database that does not. */
abstract class StandardClauses extends StandardSyntax {

    StandardClauses(Literals literals) {
        super(literals);
    }

    /** Returns a column as it stands in {@code CREATE TABLE} and behind {@code ADD COLUMN}. */
    String column(Column column) {
        List<String> parts = new ArrayList<>(List.of(quote(column.name()), type(column.type())));
        if (column.collation() != null) {
            parts.add("COLLATE " + collation(column.collation()));
        }
        if (!column.defaultValue().isNone()) {
            parts.add("DEFAULT " + defaultValue(column.defaultValue()));
        }
        if (column.identity() != null) {
            parts.add(identity(column.identity()));
        }
        if (column.generated() != null) {
            parts.add(generated(column.generated()));
        }
        if (!column.nullable()) {
            parts.add("NOT NULL");
        }
        return String.join(" ", parts);
    }

    /** Returns what stands behind {@code DEFAULT}. */
    String defaultValue(DefaultValue value) {
        return literal(value.value());
    }

    /** Returns the name of a collation. */
    String collation(String name) {
        return quote(name);
    }

    /** Returns how a column numbers its rows. */
    String identity(Identity identity) {
        boolean usual = identity.start() == 1 && identity.increment() == 1;
        return "GENERATED " + mode(identity) + " AS IDENTITY"
                + (usual ? "" : " (START WITH " + identity.start() + " INCREMENT BY " + identity.increment() + ")");
    }

    static String mode(Identity identity) {
        return identity.mode() == Identity.Mode.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    }

    /** Returns how a column is computed. */
    String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ") "
                + generated.storage().name();
    }

    /** Returns a constraint with its name, as it stands in {@code CREATE TABLE} and behind {@code ADD}. */
    final String constraint(Constraint constraint) {
        String name = constraint.name() == null ? "" : "CONSTRAINT " + quote(constraint.name()) + " ";
        return name + body(constraint);
    }

    private String body(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key);
        }
        if (constraint instanceof UniqueKey key) {
            return unique(key);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        if (constraint instanceof Check check) {
            return check(check)
                    + (check.inheritance() == Check.Inheritance.INHERITED ? "" : " NO INHERIT")
                    + validity(check.validity());
        }
        return exclusion((Exclusion) constraint);
    }

    /** Returns a primary key without its name. */
    String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + quoteAll(key.columns()) + ")" + include(key.include()) + deferral(key.deferral());
    }

    /** Returns a unique constraint without its name. */
    String unique(UniqueKey key) {
        String nulls = key.empties() == UniqueKey.Nulls.NOT_DISTINCT ? "NULLS NOT DISTINCT " : "";
        return "UNIQUE " + nulls + "(" + quoteAll(key.columns()) + ")" + include(key.include())
                + deferral(key.deferral());
    }

    private String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + quoteAll(columns) + ")";
    }

    /** Returns a foreign key without its name. */
    String foreignKey(ForeignKey key) {
        String target = key.targetColumns().isEmpty() ? "" : " (" + quoteAll(key.targetColumns()) + ")";
        return "FOREIGN KEY (" + quoteAll(key.columns()) + ") REFERENCES " + quote(key.target()) + target
                + (key.match() == ForeignKey.Match.FULL ? " MATCH FULL" : "") + action("DELETE", key.onDelete())
                + action("UPDATE", key.onUpdate()) + deferral(key.deferral())
                + validity(key.validity());
    }

    private static String action(String event, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION
                ? ""
                : " ON " + event + " " + action.name().replace('_', ' ');
    }

    /** Returns a check without its name. */
    String check(Check check) {
        return "CHECK (" + check.expression() + ")";
    }

    /** Returns an exclusion constraint without its name. */
    String exclusion(Exclusion exclusion) {
        List<String> elements = exclusion.elements().stream()
                .map(element -> element.expression() + " WITH " + element.operator())
                .toList();
        return "EXCLUDE USING " + exclusion.method() + " (" + String.join(", ", elements) + ")"
                + (exclusion.where() == null ? "" : " WHERE (" + exclusion.where() + ")")
                + deferral(exclusion.deferral());
    }

    /** Returns when a constraint is checked, with a blank before it; empty for at once. */
    String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** Returns that existing rows are not looked at, with a blank before it; empty if they are. */
    String validity(Validity validity) {
        return validity == Validity.VALID ? "" : " NOT VALID";
    }

    /** Returns all of an index that stands behind its name. */
    String index(Index index) {
        List<String> parts = index.parts().stream().map(this::part).toList();
        return " ON " + quote(index.table()) + (index.method() == null ? "" : " USING " + index.method()) + " ("
                + String.join(", ", parts) + ")"
                + include(index.include())
                + (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT ? " NULLS NOT DISTINCT" : "")
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    /** Returns one column or expression of an index. */
    String part(Index.Part part) {
        return (part.column() == null ? "(" + part.expression() + ")" : quote(part.column()))
                + (part.collation() == null ? "" : " COLLATE " + collation(part.collation()))
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.order() == Index.Order.DESCENDING ? " DESC" : "")
                + (part.nullOrder() == Index.NullOrder.USUAL
                        ? ""
                        : " NULLS " + part.nullOrder().name());
    }

    /** Returns what is unusual about a new sequence, with a blank before each piece. */
    String newSequence(Sequence sequence) {
        boolean usual = sequence.start() == 1 && sequence.increment() == 1 && sequence.minimum() == null;
        return (usual ? "" : " START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment())
                + (sequence.minimum() == null ? "" : " MINVALUE " + sequence.minimum())
                + (sequence.maximum() == null ? "" : " MAXVALUE " + sequence.maximum())
                + (sequence.cache() == 1 ? "" : " CACHE " + sequence.cache())
                + (sequence.wrap() == Sequence.Wrap.CYCLE ? " CYCLE" : "");
    }

    /** Returns everything about a sequence that is there, with a blank before each piece. */
    String changedSequence(Sequence sequence) {
        return " START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment()
                + limit("MINVALUE", sequence.minimum()) + limit("MAXVALUE", sequence.maximum()) + " CACHE "
                + sequence.cache() + (sequence.wrap() == Sequence.Wrap.CYCLE ? " CYCLE" : " NO CYCLE");
    }

    private static String limit(String word, @Nullable Long limit) {
        return limit == null ? " NO " + word : " " + word + " " + limit;
    }
}
