package dev.migrate.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
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
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;

/** Operations on what is no table, each as the statement that writes it down. */
abstract class JavaTypeOperations implements OperationVisitor<String> {

    final JavaValues values;

    final JavaDefinitions definitions;

    JavaTypeOperations(JavaValues values) {
        this.values = values;
        this.definitions = new JavaDefinitions(values);
    }

    @Override
    public String visit(AddEnumValue operation) {
        String before = operation.before();
        String after = operation.after();
        if (before != null && after != null) {
            return whole(operation);
        }
        String type = operation.type().name();
        if (before != null) {
            return call(operation.type(), "addEnumValueBefore", type, operation.value(), before);
        }
        return after == null
                ? call(operation.type(), "addEnumValue", type, operation.value())
                : call(operation.type(), "addEnumValueAfter", type, operation.value(), after);
    }

    @Override
    public String visit(AlterSequence operation) {
        return operation.from() == null
                ? whole(operation)
                : "op.alterSequence(" + values.of(operation.to()) + ", " + values.of(operation.from()) + ");";
    }

    @Override
    public String visit(CreateDomain operation) {
        return domain("createDomain", operation, operation.domain());
    }

    @Override
    public String visit(CreateEnum operation) {
        ObjectName name = operation.type().name();
        return op(name) + "createEnum("
                + values.list(
                        JavaDefinitions.joined(name.name(), operation.type().values())) + ");";
    }

    @Override
    public String visit(CreateExtension operation) {
        boolean required = operation.condition() == Existence.REQUIRED;
        return call(null, required ? "createExtension" : "createExtensionIfNotExists", operation.name());
    }

    @Override
    public String visit(CreateObject operation) {
        return "op.create(" + values.of(operation.object()) + ");";
    }

    @Override
    public String visit(CreateSchema operation) {
        boolean required = operation.condition() == Existence.REQUIRED;
        return call(null, required ? "createSchema" : "createSchemaIfNotExists", operation.name());
    }

    @Override
    public String visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        return sequence.equals(Sequence.of(sequence.name()))
                ? call(sequence.name(), "createSequence", sequence.name().name())
                : "op.createSequence(" + values.of(sequence) + ");";
    }

    @Override
    public String visit(CustomOperation operation) {
        return whole(operation);
    }

    @Override
    public String visit(DropDomain operation) {
        Domain previous = operation.previous();
        if (previous == null) {
            return call(operation.name(), "dropDomain", operation.name().name());
        }
        return previous.name().equals(operation.name()) ? domain("dropDomain", operation, previous) : whole(operation);
    }

    @Override
    public String visit(DropEnum operation) {
        ObjectName name = operation.name();
        var previous = operation.previous();
        if (previous != null && (previous.values().isEmpty() || !previous.name().equals(name))) {
            return whole(operation);
        }
        List<String> words = previous == null ? List.of() : previous.values();
        return op(name) + "dropEnum(" + values.list(JavaDefinitions.joined(name.name(), words)) + ");";
    }

    @Override
    public String visit(DropExtension operation) {
        boolean required = operation.condition() == Existence.REQUIRED;
        return required ? call(null, "dropExtension", operation.name()) : whole(operation);
    }

    @Override
    public String visit(DropObject operation) {
        return "op.drop(" + values.of(operation.object()) + ");";
    }

    @Override
    public String visit(DropSchema operation) {
        boolean required = operation.condition() == Existence.REQUIRED;
        return required ? call(null, "dropSchema", operation.name()) : whole(operation);
    }

    @Override
    public String visit(DropSequence operation) {
        Sequence previous = operation.previous();
        if (previous == null) {
            return call(operation.name(), "dropSequence", operation.name().name());
        }
        return previous.name().equals(operation.name())
                ? "op.dropSequence(" + values.of(previous) + ");"
                : whole(operation);
    }

    @Override
    public String visit(ExecuteSql operation) {
        return call(null, "execute", operation.sql());
    }

    @Override
    public String visit(RenameEnumValue operation) {
        ObjectName type = operation.type();
        return call(type, "renameEnumValue", type.name(), operation.value(), operation.name());
    }

    @Override
    public String visit(ReplaceObject operation) {
        return operation.from() == null
                ? whole(operation)
                : "op.replace(" + values.of(operation.to()) + ", " + values.of(operation.from()) + ");";
    }

    @Override
    public String visit(RunCode operation) {
        throw new MigrateException(
                "There is no Java source for code that is compiled already", "Write this revision by hand.");
    }

    private String domain(String method, Operation operation, Domain domain) {
        String definition = definitions.domain(domain);
        return definition == null
                ? whole(operation)
                : op(domain.name()) + method + "(" + values.of(domain.name().name()) + ", " + values.of(domain.type())
                        + ", " + definition + ");";
    }

    final String table(ObjectName table) {
        return values.of(table.name());
    }

    /** Returns what stands before a method for an object of this schema. */
    final String op(ObjectName name) {
        return name.schema() == null ? "op." : "op.in(" + values.of(name.schema()) + ").";
    }

    final String call(@Nullable ObjectName of, String method, String... texts) {
        return (of == null ? "op." : op(of)) + method + "(" + values.list(List.of(texts)) + ");";
    }

    /** Returns the operation as the value that it is. */
    final String whole(Operation operation) {
        return "op.add(" + values.of(operation) + ");";
    }
}
