package dev.migrate.dialect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Operations as PostgreSQL spells them. */
final class PostgresSpelling extends StandardSpelling {

    private static final String CONSTRAINT = "CONSTRAINT ";

    private static final Pattern VIEW_OPTIONS = Pattern.compile("\\s*WITH\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final int version;

    /**
     * Creates a spelling.
     *
     * @param version the major version, {@link Integer#MAX_VALUE} if it is not known
     */
    PostgresSpelling(int version) {
        super(new PostgresLiterals());
        this.version = version;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** Returns why this version cannot carry the operation out, or {@code null} if it can. */
    @Nullable String unsupported(Operation operation) {
        return FeatureUse.missing(version == Integer.MAX_VALUE ? name() : name() + " " + version, lacking(), operation);
    }

    Set<Feature> lacking() {
        Set<Feature> lacking = EnumSet.of(Feature.CODE_IN_BATCH);
        if (version < 15) {
            lacking.add(Feature.NULLS_NOT_DISTINCT);
        }
        if (version < 17) {
            lacking.add(Feature.ALTERED_EXPRESSION);
        }
        if (version < 18) {
            lacking.add(Feature.VIRTUAL_COLUMNS);
        }
        return lacking;
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "text";
            case BINARY -> "bytea";
            case JSON -> "jsonb";
            default -> super.typeName(type);
        };
    }

    @Override
    String array(String element, int dimensions) {
        return element + "[]".repeat(dimensions);
    }

    @Override
    String commentOn(String kind, String name, String comment) {
        return "COMMENT ON " + kind + " " + name + " IS " + (comment.isEmpty() ? "NULL" : literal(comment));
    }

    /** CREATE TABLE takes NOT VALID and ignores it; of two keys over the same columns it makes one. */
    @Override
    List<? extends Constraint> addedLater(List<? extends Constraint> constraints) {
        return constraints.stream()
                .filter(constraint ->
                        isNotValid(constraint) || (constraint instanceof UniqueKey key && repeats(key, constraints)))
                .toList();
    }

    private static boolean isNotValid(Constraint constraint) {
        if (constraint instanceof Check check) {
            return check.validity() == Validity.NOT_VALID;
        }
        return constraint instanceof ForeignKey key && key.validity() == Validity.NOT_VALID;
    }

    private static boolean repeats(UniqueKey key, List<? extends Constraint> constraints) {
        boolean before = true;
        for (Constraint other : constraints) {
            before = before && other != key;
            if (other instanceof PrimaryKey primary && primary.columns().equals(key.columns())) {
                return true;
            }
            if (before && other instanceof UniqueKey unique && unique.columns().equals(key.columns())) {
                return true;
            }
        }
        return false;
    }

    @Override
    String concurrently(Writes writes) {
        return writes == Writes.ALLOWED ? "CONCURRENTLY " : "";
    }

    /** Tells whether a trigger is one that can be deferred; the word for it stands before its name. */
    static boolean isConstraint(Replaceable object) {
        return object.kind() == Replaceable.Kind.TRIGGER && object.definition().startsWith(CONSTRAINT);
    }

    @Override
    String definition(String verb, Replaceable object) {
        return isConstraint(object)
                ? verb + " CONSTRAINT TRIGGER " + quote(object.name().name()) + " "
                        + object.definition().substring(CONSTRAINT.length())
                : super.definition(verb, object);
    }

    /** The options of a view stand before its query, such as {@code WITH (security_invoker = true) AS SELECT …}. */
    @Override
    String query(String definition) {
        return VIEW_OPTIONS.matcher(definition).lookingAt() ? definition : super.query(definition);
    }

    @Override
    public List<String> visit(SetColumnType operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + "TYPE " + typeChange(operation.to()));
    }

    @Override
    public List<String> visit(ReplaceObject operation) {
        return new PostgresReplacement(this).of(operation);
    }
}
