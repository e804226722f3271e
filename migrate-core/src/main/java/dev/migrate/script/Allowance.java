package dev.migrate.script;

/**
 * What an author knows and means: one lint rule is silent about one operation.
 *
 * @param operation its place in its section, counted from 0
 * @param rule the id of the rule
 * @param reason why it is right here
 * @param line the line that says so, or 0 where it comes from no file
 */
public record Allowance(int operation, String rule, String reason, int line) {}
