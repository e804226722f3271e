package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.inspect.SqliteTable;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.TableChange;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.SqlExpression;

import static dev.migrate.inspect.SqliteClause.mentions;

/**
 * Changes of one table that SQLite's {@code ALTER TABLE} does not know: a new table takes the rows and then the name, and what
 * belonged to the old one is made again to the letter. Foreign keys must not be enforced meanwhile.
 */
final class SqliteRebuild implements Wording.Look {

    private static final Set<Class<? extends Operation>> ALWAYS = Set.of(
            DropColumn.class,
            SetColumnType.class,
            SetColumnNullability.class,
            SetColumnDefault.class,
            AddIdentity.class,
            DropIdentity.class,
            SetGeneratedExpression.class,
            DropGeneratedExpression.class,
            AddConstraint.class,
            DropConstraint.class,
            RenameConstraint.class,
            AddUniqueKeyUsingIndex.class);

    private static final Set<Class<? extends Operation>> HARMLESS =
            Set.of(AddColumn.class, SetColumnComment.class, ValidateConstraint.class);

    private final SqliteSpelling spelling;

    private final List<Operation> changes;

    SqliteRebuild(SqliteSpelling spelling, List<Operation> changes) {
        this.spelling = spelling;
        this.changes = List.copyOf(changes);
    }

    /** Tells whether the change is more than {@code ALTER TABLE} can do. */
    static boolean needed(Operation change) {
        return change instanceof AddColumn add ? !addable(add.column()) : ALWAYS.contains(change.getClass());
    }

    /** Tells whether a rebuild can do the change. */
    static boolean able(Operation change) {
        return ALWAYS.contains(change.getClass()) || HARMLESS.contains(change.getClass());
    }

    private static boolean addable(Column column) {
        boolean constant = !(column.defaultValue().value() instanceof SqlExpression);
        boolean filled = column.nullable() || !column.defaultValue().isNone();
        boolean stored = column.generated() != null && column.generated().storage() == Generated.Storage.STORED;
        return column.identity() == null && constant && (filled || column.generated() != null) && !stored;
    }

    @Override
    public List<String> statements(Connection connection) throws SQLException {
        if (!(changes.get(0) instanceof TableChange first)) {
            throw new IllegalStateException("Only changes of a table rebuild it");
        }
        SqliteCatalog.Entry entry = find(connection, first.table().name());
        SqliteDraft draft = new SqliteDraft(spelling, SqliteTable.parse(entry.sql()));
        for (SqliteCatalog.Entry index : SqliteCatalog.all(connection, "index")) {
            if (index.table().equals(entry.name())) {
                draft.indexes().add(index);
            }
        }
        for (Operation change : changes) {
            draft.apply(change);
        }
        List<SqliteCatalog.Entry> triggers = SqliteCatalog.all(connection, "trigger");
        List<String> statements = new ArrayList<>(replace(entry.name(), draft));
        draft.indexes().forEach(index -> statements.add(index.sql()));
        triggers.stream()
                .filter(trigger -> trigger.table().equals(entry.name()))
                .forEach(trigger -> statements.add(trigger.sql()));
        statements.addAll(proofs(connection, entry.name(), draft, triggers));
        return statements;
    }

    private static SqliteCatalog.Entry find(Connection connection, String name) throws SQLException {
        for (SqliteCatalog.Entry entry : SqliteCatalog.all(connection, "table")) {
            if (entry.name().equalsIgnoreCase(name)) {
                return entry;
            }
        }
        throw new SQLException("no such table: " + name);
    }

    private List<String> replace(String name, SqliteDraft draft) {
        String old = spelling.quote(name);
        String temporary = "migrate_new_" + name;
        String fresh = spelling.quote(temporary);
        List<String> statements = new ArrayList<>();
        statements.add(draft.table().toSql(fresh));
        statements.add("INSERT INTO " + fresh + " (" + String.join(", ", draft.targets()) + ") SELECT "
                + String.join(", ", draft.sources()) + " FROM " + old);
        if (draft.keepsCounter()) {
            statements.add("DELETE FROM sqlite_sequence WHERE name = " + spelling.literal(temporary));
            statements.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + spelling.literal(temporary)
                    + ", seq FROM sqlite_sequence WHERE name = " + spelling.literal(name));
        }
        statements.add("DROP TABLE " + old);
        // The new way would look through views and triggers while the table is missing, and refuse.
        statements.add("PRAGMA legacy_alter_table = ON");
        statements.add("ALTER TABLE " + fresh + " RENAME TO " + old);
        statements.add("PRAGMA legacy_alter_table = OFF");
        return statements;
    }

    /** Statements that do nothing, but are refused where a view or a trigger no longer fits the table. */
    private List<String> proofs(
            Connection connection, String name, SqliteDraft draft, List<SqliteCatalog.Entry> triggers)
            throws SQLException {
        List<String> proofs = new ArrayList<>();
        for (SqliteCatalog.Entry view : SqliteCatalog.all(connection, "view")) {
            if (mentions(view.sql(), name)) {
                proofs.add("SELECT 1 FROM " + spelling.quote(view.name()) + " LIMIT 0");
            }
        }
        if (triggers.stream().anyMatch(trigger -> trigger.table().equals(name))) {
            String table = spelling.quote(name);
            String column = draft.targets().get(0);
            proofs.add("EXPLAIN INSERT INTO " + table + " DEFAULT VALUES");
            proofs.add("EXPLAIN UPDATE " + table + " SET " + column + " = " + column);
            proofs.add("EXPLAIN DELETE FROM " + table);
        }
        return proofs;
    }
}
