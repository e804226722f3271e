package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;

/**
 * Changes how a column numbers its rows; the next number stays what it was.
 *
 * @param table the table
 * @param column its name
 * @param to how it is to number them
 * @param from how it did
 */
public record SetIdentity(ObjectName table, String column, Identity to, Identity from)
        implements Operation, ColumnChange {

    /**
     * Checks that the numbers go on in the same direction: a database does not let them turn without new bounds.
     *
     * @throws IllegalArgumentException if one way counts up and the other down
     */
    public SetIdentity {
        if (!to.countsLike(from)) {
            throw new IllegalArgumentException("The numbers of " + table + "." + column
                    + " cannot turn round: drop the identity, and add it again with its first number");
        }
    }

    @Override
    public String describe() {
        return "change how " + table + "." + column + " numbers its rows";
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new SetIdentity(table, column, from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
