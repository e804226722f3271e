package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Validity;

/** A domain being described, see {@link Operations#createDomain(String, ColumnType, Consumer)}. */
public final class DomainDefinition {

    private boolean nullable = true;

    private DefaultValue defaultValue = DefaultValue.none();

    private final List<Check> checks = new ArrayList<>();

    private DomainDefinition() {}

    /** Forbids empty values. */
    public DomainDefinition notNull() {
        nullable = false;
        return this;
    }

    /** Gives columns of it a default. */
    public DomainDefinition defaultValue(DefaultValue value) {
        defaultValue = value;
        return this;
    }

    /** Demands a condition over {@code VALUE}. */
    public DomainDefinition check(String name, String expression) {
        checks.add(new Check(name, expression, Validity.VALID));
        return this;
    }

    static Domain build(ObjectName name, ColumnType type, Consumer<DomainDefinition> definition) {
        DomainDefinition domain = new DomainDefinition();
        definition.accept(domain);
        return new Domain(name, type, domain.nullable, domain.defaultValue, domain.checks);
    }
}
