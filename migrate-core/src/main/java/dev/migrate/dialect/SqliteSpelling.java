package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.TableChange;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;

/** Operations as SQLite spells them; what {@code ALTER TABLE} cannot do there is a {@link SqliteRebuild}. */
final class SqliteSpelling extends StandardSpelling {

    static final Set<Feature> LACKING = EnumSet.of(
            Feature.SCHEMAS,
            Feature.SEQUENCES,
            Feature.ENUM_TYPES,
            Feature.DOMAINS,
            Feature.DEFINED_TYPES,
            Feature.EXTENSIONS,
            Feature.MATERIALIZED_VIEWS,
            Feature.FUNCTIONS,
            Feature.PROCEDURES,
            Feature.ARRAYS,
            Feature.IDENTITY_START,
            Feature.CHANGED_IDENTITY,
            Feature.IDENTITY_BESIDE_KEY,
            Feature.EXCLUSIONS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.DEFERRABLE_KEYS,
            Feature.INDEX_METHODS,
            Feature.INDEX_INCLUDE,
            Feature.INDEX_NULL_ORDER,
            Feature.OPERATOR_CLASSES,
            Feature.CODE_IN_BATCH,
            Feature.KEY_INCLUDE,
            Feature.MATCH_FULL,
            Feature.NO_INHERIT);

    SqliteSpelling() {
        super(new SqliteLiterals());
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    List<Wording> spell(List<Operation> operations) {
        List<Wording> wordings = new ArrayList<>();
        boolean rebuilds = false;
        int next = 0;
        while (next < operations.size()) {
            int place = next + 1;
            Operation operation = operations.get(next);
            List<Operation> changes = changes(operations, next);
            if (changes.stream().anyMatch(SqliteRebuild::needed)) {
                rebuilds = true;
                wordings.addAll(rebuilds(place, changes));
                next = place + consecutive(operations, next) - 1;
                continue;
            }
            wordings.add(
                    operation instanceof RunCode run
                            ? new Wording.Code(place, run.code())
                            : operation instanceof RenameIndex rename
                                    ? new Wording.OnSight(place, rename.describe(), new SqliteIndexRename(this, rename))
                                    : new Wording.Statements(place, operation.accept(this)));
            next = place;
        }
        if (rebuilds) {
            wordings.add(new Wording.OnSight(operations.size(), "check the foreign keys", new SqliteForeignKeyCheck()));
        }
        return wordings;
    }

    /** Tells whether some table is rebuilt. */
    static boolean rebuilds(List<Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof AlterTable batch
                        ? batch.changes().stream().anyMatch(SqliteRebuild::needed)
                        : SqliteRebuild.needed(operation));
    }

    /** Returns the changes of one table that begin here and follow each other, those in batches included. */
    private static List<Operation> changes(List<Operation> operations, int from) {
        List<Operation> changes = new ArrayList<>();
        for (Operation operation : operations.subList(from, from + consecutive(operations, from))) {
            if (operation instanceof AlterTable batch) {
                changes.addAll(batch.changes());
            } else {
                changes.add(operation);
            }
        }
        return changes;
    }

    private static int consecutive(List<Operation> operations, int from) {
        ObjectName table = target(operations.get(from));
        int to = from + 1;
        while (table != null && to < operations.size() && table.equals(target(operations.get(to)))) {
            to++;
        }
        return to - from;
    }

    private static @Nullable ObjectName target(Operation operation) {
        return operation instanceof TableChange change ? change.table() : null;
    }

    /**
     * SQLite itself renames a column, wherever its name stands. That is done before or after everything else where the others do not
     * speak of the column; where they do, it parts them.
     */
    private List<Wording> rebuilds(int place, List<Operation> changes) {
        List<Wording> wordings = new ArrayList<>();
        List<Operation> together = new ArrayList<>();
        List<Operation> later = new ArrayList<>();
        for (Operation change : changes) {
            if (!SqliteRebuild.able(change)) {
                boolean first =
                        later.isEmpty() && together.stream().noneMatch(before -> speakOfTheSame(before, change));
                if (first) {
                    rename(place, List.of(change), wordings);
                } else {
                    later.add(change);
                }
                continue;
            }
            if (later.stream().anyMatch(rename -> speakOfTheSame(change, rename))) {
                rebuild(place, together, wordings);
                rename(place, later, wordings);
                together = new ArrayList<>();
                later.clear();
            }
            together.add(change);
        }
        rebuild(place, together, wordings);
        rename(place, later, wordings);
        return wordings;
    }

    /** The text of an operation has all of its values; one too many is no harm. */
    private static boolean speakOfTheSame(Operation change, Operation other) {
        if (!(other instanceof RenameColumn rename)) {
            return true;
        }
        String names = Pattern.quote(rename.column()) + "|" + Pattern.quote(rename.name());
        return Pattern.compile("(?<!\\w)(" + names + ")(?!\\w)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(change.toString())
                .find();
    }

    private void rename(int place, List<Operation> renames, List<Wording> wordings) {
        renames.forEach(rename -> wordings.add(new Wording.Statements(place, rename.accept(this))));
    }

    private void rebuild(int place, List<Operation> changes, List<Wording> wordings) {
        if (changes.stream().anyMatch(SqliteRebuild::needed)) {
            String what = "rebuild table " + target(changes.get(0)) + " to "
                    + String.join(
                            ", ", changes.stream().map(Operation::describe).toList());
            wordings.add(new Wording.OnSight(place, what, new SqliteRebuild(this, changes)));
        } else {
            changes.forEach(change -> wordings.add(new Wording.Statements(place, change.accept(this))));
        }
    }

    @Override
    public String quote(ObjectName name) {
        return quote(name.name());
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "text";
            case BINARY -> "blob";
            default -> super.typeName(type);
        };
    }

    @Override
    String defaultValue(DefaultValue value) {
        return value.value() instanceof SqlExpression expression
                ? "(" + expression.sql() + ")"
                : super.defaultValue(value);
    }

    /** It stands in the primary key of the column, see {@link #visit(CreateTable)}. */
    @Override
    String identity(Identity identity) {
        return "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    String column(Column column) {
        return super.column(column.identity() == null ? column : SqliteKeys.numbered(column));
    }

    @Override
    String validity(Validity validity) {
        return "";
    }

    @Override
    List<String> comments(Table table) {
        return List.of();
    }

    @Override
    List<String> comment(ObjectName table, Column column) {
        return List.of();
    }

    @Override
    String onTable(Replaceable trigger) {
        return "";
    }

    /** A key refuses empty values elsewhere, so it does here; the key of numbered rows stands behind its column. */
    @Override
    public List<String> visit(CreateTable operation) {
        Table table = operation.table();
        List<String> key = table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .flatMap(constraint -> ((PrimaryKey) constraint).columns().stream())
                .toList();
        List<String> statements = super.visit(new CreateTable(SqliteKeys.withKey(table, key), operation.condition()));
        return statements.stream()
                .map(sql -> SqliteKeys.named(sql, table, this))
                .toList();
    }

    @Override
    public List<String> visit(AddColumn operation) {
        return List.of(alter(operation.table()) + "ADD COLUMN " + column(operation.column()));
    }

    @Override
    public List<String> visit(DropColumn operation) {
        throw new IllegalStateException("Dropping a column rebuilds the table");
    }

    @Override
    public List<String> visit(SetTableComment operation) {
        return List.of();
    }

    @Override
    public List<String> visit(SetColumnComment operation) {
        return List.of();
    }

    @Override
    public List<String> visit(ValidateConstraint operation) {
        return List.of();
    }
}
