package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Operations as MariaDB spells them; a column is changed by saying all of it again, see {@link MariaDbColumnChange}. */
final class MariaDbSpelling extends StandardSpelling {

    static final Set<Feature> LACKING = EnumSet.of(
            Feature.ENUM_TYPES,
            Feature.DOMAINS,
            Feature.DEFINED_TYPES,
            Feature.EXTENSIONS,
            Feature.MATERIALIZED_VIEWS,
            Feature.ARRAYS,
            Feature.INTERVALS,
            Feature.TIMES_WITH_ZONE,
            Feature.UNLIMITED_NUMBERS,
            Feature.TABLES_WITHOUT_COLUMNS,
            Feature.IDENTITY_STEP,
            Feature.CHANGED_IDENTITY,
            Feature.IDENTITY_BESIDE_KEY,
            Feature.NOT_NULL_GENERATED,
            Feature.TYPE_CHANGE_USING,
            Feature.EXCLUSIONS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.DEFERRABLE_KEYS,
            Feature.DEFERRABLE_FOREIGN_KEYS,
            Feature.UNNAMED_TARGET_COLUMNS,
            Feature.SET_DEFAULT,
            Feature.CONSTRAINT_FROM_INDEX,
            Feature.RENAMED_CONSTRAINTS,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.INDEX_METHODS,
            Feature.INDEX_INCLUDE,
            Feature.INDEX_NULL_ORDER,
            Feature.OPERATOR_CLASSES,
            Feature.INDEX_COLLATIONS,
            Feature.CODE_IN_BATCH,
            Feature.KEY_INCLUDE,
            Feature.MATCH_FULL,
            Feature.NO_INHERIT);

    MariaDbSpelling() {
        super(new MariaDbLiterals());
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    /** Back quotes mean the same in every sql_mode. */
    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    String typeName(ColumnType type) {
        String arguments = arguments(type);
        return switch (type.kind()) {
            case REAL -> "float";
            case DOUBLE -> "double";
            case NUMERIC -> "decimal" + arguments;
            case TEXT -> "longtext";
            case BINARY -> "longblob";
            case TIME -> "time" + microseconds(arguments);
            case TIMESTAMP -> "datetime" + microseconds(arguments);
            case TIMESTAMP_WITH_ZONE -> "timestamp" + microseconds(arguments);
            default -> super.typeName(type);
        };
    }

    /** Whole seconds are the default here, and nowhere else. */
    private static String microseconds(String arguments) {
        return arguments.isEmpty() ? "(6)" : arguments;
    }

    @Override
    String column(Column column) {
        List<String> parts = new ArrayList<>(List.of(quote(column.name()), type(column.type())));
        if (column.collation() != null) {
            parts.add("COLLATE " + collation(column.collation()));
        }
        if (column.generated() != null) {
            parts.add(generated(column.generated()));
        } else if (!column.nullable()) {
            parts.add("NOT NULL");
        } else if (column.type().kind() == ColumnType.Kind.TIMESTAMP_WITH_ZONE) {
            // A server may be set up to take it for NOT NULL otherwise.
            parts.add("NULL");
        }
        if (!column.defaultValue().isNone()) {
            parts.add("DEFAULT " + defaultValue(column.defaultValue()));
        }
        if (column.identity() != null) {
            parts.add(identity(column.identity()));
        }
        if (!column.comment().isEmpty()) {
            parts.add("COMMENT " + literal(column.comment()));
        }
        return String.join(" ", parts);
    }

    /** A literal that is a call, such as that of a moment, is an expression, too. */
    @Override
    String defaultValue(DefaultValue value) {
        String literal = literal(value.value());
        return value.value() instanceof SqlExpression || literal.endsWith(")") ? "(" + literal + ")" : literal;
    }

    @Override
    String identity(Identity identity) {
        return "AUTO_INCREMENT";
    }

    @Override
    String validity(Validity validity) {
        return "";
    }

    @Override
    String newSequence(Sequence sequence) {
        return super.newSequence(sequence) + (sequence.cache() == 1 ? " CACHE 1" : "");
    }

    @Override
    String changedSequence(Sequence sequence) {
        return super.changedSequence(sequence).replace(" NO CYCLE", " NOCYCLE");
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
    public List<String> visit(CreateTable operation) {
        Table table = operation.table();
        StringBuilder options = new StringBuilder();
        table.columns()
                .forEach(column -> options.append(
                        start(column.identity() == null ? 1 : column.identity().start())));
        if (!table.comment().isEmpty()) {
            options.append(" COMMENT = ").append(literal(table.comment()));
        }
        return super.visit(operation).stream().map(sql -> sql + options).toList();
    }

    private static String start(long first) {
        return first == 1 ? "" : " AUTO_INCREMENT = " + first;
    }

    @Override
    public List<String> visit(RenameTable operation) {
        return List.of(alter(operation.table()) + "RENAME TO "
                + quote(operation.table().sibling(operation.name())));
    }

    @Override
    public List<String> visit(SetTableComment operation) {
        return List.of(alter(operation.table()) + "COMMENT = " + literal(operation.comment()));
    }

    @Override
    public List<String> visit(AddColumn operation) {
        return List.of(alter(operation.table()) + "ADD COLUMN " + ifNotExists(operation.condition())
                + column(operation.column()));
    }

    @Override
    public List<String> visit(SetColumnType operation) {
        String collation = operation.to().collation();
        return List.of(change(operation.table(), operation.column())
                .type(type(operation.to().type()), collation == null ? "" : collation(collation))
                .sql());
    }

    @Override
    public List<String> visit(SetColumnNullability operation) {
        return List.of(change(operation.table(), operation.column())
                .emptiness(operation.nullable() ? " NULL" : " NOT NULL")
                .sql());
    }

    /** A column without a default that may be empty has the default to be empty, which only saying it again brings back. */
    @Override
    public List<String> visit(SetColumnDefault operation) {
        return operation.to().isNone()
                ? List.of(change(operation.table(), operation.column())
                        .withoutDefault()
                        .sql())
                : super.visit(operation);
    }

    @Override
    public List<String> visit(SetColumnComment operation) {
        return List.of(change(operation.table(), operation.column())
                .comment(literal(operation.comment()))
                .sql());
    }

    @Override
    public List<String> visit(AddIdentity operation) {
        return List.of(change(operation.table(), operation.column())
                .identity(" AUTO_INCREMENT", start(operation.identity().start()))
                .sql());
    }

    @Override
    public List<String> visit(DropIdentity operation) {
        return List.of(
                change(operation.table(), operation.column()).identity("", "").sql());
    }

    @Override
    public List<String> visit(SetGeneratedExpression operation) {
        return List.of(change(operation.table(), operation.column())
                .expression(operation.to())
                .sql());
    }

    @Override
    public List<String> visit(DropGeneratedExpression operation) {
        return List.of(change(operation.table(), operation.column())
                .withoutExpression()
                .sql());
    }

    private MariaDbColumnChange change(ObjectName table, String column) {
        return new MariaDbColumnChange(this, table, column);
    }

    @Override
    public List<String> visit(CreateIndex operation) {
        String online = operation.writes() == Writes.ALLOWED ? " LOCK = NONE" : "";
        return super.visit(operation).stream().map(sql -> sql + online).toList();
    }

    @Override
    public List<String> visit(DropIndex operation) {
        String drop = "DROP INDEX " + ifExists(operation.condition()) + quote(operation.name()) + " ON "
                + quote(operation.table());
        return List.of(new MariaDbIndexDrop(this, operation.table(), operation.name()).sql(drop));
    }

    @Override
    public List<String> visit(RenameIndex operation) {
        return List.of(alter(operation.table()) + "RENAME INDEX " + quote(operation.index()) + " TO "
                + quote(operation.name()));
    }

    /** The index that comes with a foreign key has its name, and stays unless it is dropped, too. */
    @Override
    public List<String> visit(DropConstraint operation) {
        String condition = ifExists(operation.condition());
        String alter = alter(operation.table()) + "DROP ";
        if (operation.previous() instanceof PrimaryKey) {
            return List.of(alter + "PRIMARY KEY");
        }
        if (operation.previous() instanceof ForeignKey) {
            String name = quote(operation.name());
            return List.of(alter + "FOREIGN KEY " + condition + name + ", DROP INDEX IF EXISTS " + name);
        }
        String drop = alter + "CONSTRAINT " + condition + quote(operation.name());
        return operation.previous() instanceof UniqueKey
                ? List.of(new MariaDbIndexDrop(this, operation.table(), operation.name()).sql(drop))
                : List.of(drop);
    }

    @Override
    public List<String> visit(ValidateConstraint operation) {
        return List.of();
    }

    /** The server would drop all that is in it without asking. */
    @Override
    public List<String> visit(DropSchema operation) {
        String name = literal(operation.name());
        return List.of("""
                BEGIN NOT ATOMIC
                    IF EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = %1$s)
                        OR EXISTS (SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = %1$s) THEN
                        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema is not empty';
                    END IF;
                    DROP SCHEMA %2$s%3$s;
                END""".formatted(name, ifExists(operation.condition()), quote(operation.name())));
    }

    @Override
    String definition(String verb, Replaceable object) {
        return object.kind() == Replaceable.Kind.TRIGGER
                ? verb + " TRIGGER " + quote(object.name()) + " " + object.definition()
                : super.definition(verb, object);
    }

    /** Routines have no namesakes with other arguments; the name of a trigger is one of its schema. */
    @Override
    String drop(Replaceable object) {
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE, TRIGGER -> "DROP " + object.kind() + " " + quote(object.name());
            default -> super.drop(object);
        };
    }

    @Override
    public List<String> visit(ReplaceObject operation) {
        Replaceable to = operation.to();
        Replaceable from = operation.from();
        boolean same = from == null
                || (from.kind() == to.kind()
                        && from.name().equals(to.name())
                        && (to.table() == null || to.table().equals(from.table())));
        return same ? List.of(definition("CREATE OR REPLACE", to)) : super.visit(operation);
    }

    @Override
    public List<String> visit(InsertRows operation) {
        return operation.columns().isEmpty()
                ? Collections.nCopies(
                        operation.rows().size(), "INSERT INTO " + quote(operation.table()) + " () VALUES ()")
                : super.visit(operation);
    }
}
