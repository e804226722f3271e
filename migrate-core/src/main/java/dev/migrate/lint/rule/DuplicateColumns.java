package dev.migrate.lint.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

/** The same column is written twice. */
final class DuplicateColumns implements LintRule {

    private static final int MOST = 2_000;

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-duplicate-column-assignments", "The same column is written twice.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateTable create) {
            Set<String> seen = new HashSet<>();
            for (ColumnSpec column : create.columns()) {
                if (!seen.add(column.name())) {
                    findings.add("The server refuses it: " + column.name() + " stands in it twice");
                }
            }
        } else if (statement.ddl() instanceof Ddl.Rows rows && rows.verb().equals("UPDATE")) {
            Set<String> seen = new HashSet<>();
            for (String column : assigned(statement.source().sql())) {
                if (!seen.add(column)) {
                    findings.add("The server refuses it: " + column + " is set twice");
                }
            }
        }
    }

    /** Returns what stands before the equals signs behind SET, outside of parentheses. */
    private static List<String> assigned(String sql) {
        List<String> columns = new ArrayList<>();
        int depth = 0;
        boolean begins = false;
        for (SqlToken token : SqlTokens.of(sql, 1, MOST).tokens()) {
            depth += token.nesting();
            if (depth == 0 && (token.is("FROM") || token.is("WHERE") || token.is("RETURNING"))) {
                break;
            }
            if (begins && depth == 0 && token.isName()) {
                columns.add(token.name());
            }
            begins = depth == 0 && (token.is("SET") || (token.isSymbol(',') && !columns.isEmpty()));
        }
        return columns;
    }
}
