package dev.migrate.dialect;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Operations as PostgreSQL spells them. */
final class PostgresSpelling extends StandardSpelling {

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
        if (operation instanceof AlterTable batch) {
            return first(batch.changes().stream().map(this::unsupportedInBatch).toList());
        }
        if (operation instanceof CreateTable create) {
            String column = first(
                    create.table().columns().stream().map(this::unsupported).toList());
            return column != null
                    ? column
                    : first(create.table().constraints().stream()
                            .map(this::unsupported)
                            .toList());
        }
        if (operation instanceof AddColumn add) {
            return unsupported(add.column());
        }
        if (operation instanceof AddConstraint add) {
            return unsupported(add.constraint());
        }
        if (operation instanceof CreateIndex create) {
            return create.index().uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
                    ? since(15, "NULLS NOT DISTINCT")
                    : null;
        }
        return operation instanceof SetGeneratedExpression
                ? since(17, "another expression for a generated column")
                : null;
    }

    private @Nullable String unsupportedInBatch(Operation change) {
        return change instanceof RunCode ? "Java code cannot be part of a batch" : unsupported(change);
    }

    private @Nullable String unsupported(Column column) {
        return column.generated() != null && column.generated().storage() == Generated.Storage.VIRTUAL
                ? since(18, "a generated column that is not stored")
                : null;
    }

    private @Nullable String unsupported(Constraint constraint) {
        return constraint instanceof UniqueKey key && key.empties() == UniqueKey.Nulls.NOT_DISTINCT
                ? since(15, "NULLS NOT DISTINCT")
                : null;
    }

    private @Nullable String since(int needed, String what) {
        return version >= needed ? null : "PostgreSQL " + version + " does not have " + what + ", " + needed + " has";
    }

    private static @Nullable String first(List<@Nullable String> reasons) {
        for (String reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
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

    /** CREATE TABLE takes NOT VALID, and ignores it. */
    @Override
    boolean standsInCreateTable(Constraint constraint) {
        if (constraint instanceof Check check) {
            return check.validity() == Validity.VALID;
        }
        return !(constraint instanceof ForeignKey key) || key.validity() == Validity.VALID;
    }

    @Override
    String concurrently(Writes writes) {
        return writes == Writes.ALLOWED ? "CONCURRENTLY " : "";
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
