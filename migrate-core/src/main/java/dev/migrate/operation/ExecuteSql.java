package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Runs one SQL statement as its author wrote it.
 *
 * @param sql the statement without its terminating semicolon
 * @param line the line of the file on which the statement starts, counted from 1, or 0 where it comes from no file
 */
public record ExecuteSql(String sql, int line) implements Operation {

    @Override
    public String describe() {
        String first = sql.lines().findFirst().orElse("").strip();
        return "execute " + (first.length() <= 60 ? first : first.substring(0, 59) + "…");
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return null;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
