package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateExtension;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropExtension;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Replaceable;

/** Operations as the SQL standard spells them; a database overrides what it spells differently. */
abstract class StandardSpelling extends TableSpelling {

    private static final int ROWS_PER_STATEMENT = 500;

    StandardSpelling(Literals literals) {
        super(literals);
    }

    /** Returns how the operations are carried out, in order. */
    List<Wording> spell(List<Operation> operations) {
        List<Wording> wordings = new ArrayList<>();
        for (Operation operation : operations) {
            int place = wordings.size() + 1;
            wordings.add(
                    operation instanceof RunCode run
                            ? new Wording.Code(place, run.code())
                            : new Wording.Statements(place, operation.accept(this)));
        }
        return wordings;
    }

    @Override
    public List<String> visit(CreateSchema operation) {
        return List.of("CREATE SCHEMA " + ifNotExists(operation.condition()) + quote(operation.name()));
    }

    @Override
    public List<String> visit(DropSchema operation) {
        return List.of("DROP SCHEMA " + ifExists(operation.condition()) + quote(operation.name()));
    }

    @Override
    public List<String> visit(CreateSequence operation) {
        return List.of("CREATE SEQUENCE " + quote(operation.sequence().name()) + newSequence(operation.sequence()));
    }

    @Override
    public List<String> visit(AlterSequence operation) {
        return List.of("ALTER SEQUENCE " + quote(operation.to().name()) + changedSequence(operation.to()));
    }

    @Override
    public List<String> visit(DropSequence operation) {
        return List.of("DROP SEQUENCE " + quote(operation.name()));
    }

    @Override
    public List<String> visit(CreateEnum operation) {
        List<String> values =
                operation.type().values().stream().map(this::literal).toList();
        return List.of(
                "CREATE TYPE " + quote(operation.type().name()) + " AS ENUM (" + String.join(", ", values) + ")");
    }

    @Override
    public List<String> visit(AddEnumValue operation) {
        String place = operation.before() != null
                ? " BEFORE " + literal(operation.before())
                : operation.after() != null ? " AFTER " + literal(operation.after()) : "";
        return List.of("ALTER TYPE " + quote(operation.type()) + " ADD VALUE " + literal(operation.value()) + place);
    }

    @Override
    public List<String> visit(RenameEnumValue operation) {
        return List.of("ALTER TYPE " + quote(operation.type()) + " RENAME VALUE " + literal(operation.value()) + " TO "
                + literal(operation.name()));
    }

    @Override
    public List<String> visit(DropEnum operation) {
        return List.of("DROP TYPE " + quote(operation.name()));
    }

    @Override
    public List<String> visit(CreateDomain operation) {
        Domain domain = operation.domain();
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + quote(domain.name()) + " AS " + type(domain.type()));
        if (!domain.defaultValue().isNone()) {
            sql.append(" DEFAULT ").append(defaultValue(domain.defaultValue()));
        }
        sql.append(domain.nullable() ? "" : " NOT NULL");
        List<? extends Constraint> later = addedLater(domain.checks());
        domain.checks().stream().filter(check -> !later.contains(check)).forEach(check -> sql.append(' ')
                .append(constraint(check)));
        List<String> statements = new ArrayList<>(List.of(sql.toString()));
        later.forEach(check -> statements.add("ALTER DOMAIN " + quote(domain.name()) + " ADD " + constraint(check)));
        return statements;
    }

    @Override
    public List<String> visit(DropDomain operation) {
        return List.of("DROP DOMAIN " + quote(operation.name()));
    }

    @Override
    public List<String> visit(CreateExtension operation) {
        return List.of("CREATE EXTENSION " + ifNotExists(operation.condition()) + quote(operation.name()));
    }

    @Override
    public List<String> visit(DropExtension operation) {
        return List.of("DROP EXTENSION " + ifExists(operation.condition()) + quote(operation.name()));
    }

    @Override
    public List<String> visit(CreateObject operation) {
        return List.of(definition("CREATE", operation.object()));
    }

    @Override
    public List<String> visit(ReplaceObject operation) {
        Replaceable before = operation.from() == null ? operation.to() : operation.from();
        return List.of(drop(before), definition("CREATE", operation.to()));
    }

    @Override
    public List<String> visit(DropObject operation) {
        return List.of(drop(operation.object()));
    }

    /**
     * Returns the statement that makes a view, function, procedure or trigger.
     *
     * @param verb such as {@code CREATE OR REPLACE}
     */
    String definition(String verb, Replaceable object) {
        String kind = verb + " " + words(object.kind()) + " ";
        return switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW -> kind + quote(object.name()) + " " + query(object.definition());
            case FUNCTION, PROCEDURE -> kind + quote(object.name()) + " " + object.definition();
            case TRIGGER -> kind + quote(object.name().name()) + " " + object.definition();
        };
    }

    /** Returns what stands behind the name of a view. */
    String query(String definition) {
        return "AS " + definition;
    }

    /** Returns the statement that removes a view, function, procedure or trigger. */
    String drop(Replaceable object) {
        String kind = "DROP " + words(object.kind()) + " ";
        return switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW -> kind + quote(object.name());
            case FUNCTION, PROCEDURE -> kind + quote(object.name()) + "(" + String.join(", ", object.arguments()) + ")";
            case TRIGGER -> kind + quote(object.name().name()) + onTable(object);
        };
    }

    /** Returns the table of a trigger behind its name, with a blank before it; empty where it is not named there. */
    String onTable(Replaceable trigger) {
        return trigger.table() == null ? "" : " ON " + quote(trigger.table());
    }

    private static String words(Replaceable.Kind kind) {
        return kind.name().replace('_', ' ');
    }

    @Override
    public List<String> visit(InsertRows operation) {
        String into = "INSERT INTO " + quote(operation.table());
        List<List<@Nullable Object>> rows = operation.rows();
        if (operation.columns().isEmpty()) {
            return Collections.nCopies(rows.size(), into + " DEFAULT VALUES");
        }
        List<String> statements = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            List<String> lines = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)).stream()
                    .map(this::row)
                    .toList();
            statements.add(
                    into + " (" + quoteAll(operation.columns()) + ") VALUES\n    " + String.join(",\n    ", lines));
        }
        return statements;
    }

    private String row(List<@Nullable Object> values) {
        return "(" + String.join(", ", values.stream().map(this::literal).toList()) + ")";
    }

    @Override
    public List<String> visit(ExecuteSql operation) {
        return List.of(operation.sql());
    }

    @Override
    public List<String> visit(RunCode operation) {
        throw new IllegalArgumentException("Java code has no spelling; spell(…) hands it on as it is");
    }

    @Override
    public List<String> visit(CustomOperation operation) {
        return operation.toSql(this);
    }
}
