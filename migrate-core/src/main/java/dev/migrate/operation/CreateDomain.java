package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Domain;

/**
 * Makes a domain.
 *
 * @param domain what it is
 */
public record CreateDomain(Domain domain) implements Operation {

    @Override
    public String describe() {
        return "create domain " + domain.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropDomain(domain.name(), domain));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
