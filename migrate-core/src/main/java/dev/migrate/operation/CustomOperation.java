package dev.migrate.operation;

import java.util.List;

/**
 * An operation of an application's own, best a record; {@link Operations#add(Operation)} takes it like any other.
 *
 * <pre>{@code
 * record Grant(String table, String role) implements CustomOperation {
 *     public String describe() { return "grant " + table + " to " + role; }
 *     public List<Operation> reverse() { return List.of(new Revoke(table, role)); }
 *     public List<String> toSql(SqlSyntax syntax) {
 *         return List.of("GRANT SELECT ON " + syntax.quote(table) + " TO " + syntax.quote(role));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CustomOperation extends Operation {

    /** Returns the statements, without terminating semicolons, in the spelling of one database. */
    List<String> toSql(SqlSyntax syntax);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
