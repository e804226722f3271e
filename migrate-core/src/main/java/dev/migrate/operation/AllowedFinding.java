package dev.migrate.operation;

import java.util.List;

/**
 * Says while a revision is recorded that a lint rule is to be silent about the next operation; no section ever holds it.
 *
 * @param rule the id of the rule
 * @param reason why it is right here, not blank
 */
public record AllowedFinding(String rule, String reason) implements CustomOperation {

    @Override
    public String describe() {
        return "allow " + rule;
    }

    @Override
    public List<Operation> reverse() {
        return List.of();
    }

    @Override
    public List<String> toSql(SqlSyntax syntax) {
        return List.of();
    }
}
