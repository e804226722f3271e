package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One statement.
 *
 * @param sql the text
 * @param place where it comes from
 * @param checked whether exactly one row must be affected, or somebody else was here
 * @param form what it has in common with others, {@code null} if it comes once
 */
record SqlStatement(
        String sql, Place place, boolean checked, @Nullable Form form) implements RunPart {

    SqlStatement(String sql, Place place, boolean checked) {
        this(sql, place, checked, null);
    }

    static SqlStatement of(String sql) {
        return new SqlStatement(sql, Place.OURS, false);
    }

    static List<SqlStatement> of(List<String> sql) {
        List<SqlStatement> statements = new ArrayList<>(sql.size());
        for (String statement : sql) {
            statements.add(of(statement));
        }
        return statements;
    }

    @Override
    public String text() {
        return sql;
    }

    /**
     * A statement as a session may prepare it.
     *
     * @param sql with its values as {@code $1}, {@code $2} and so on
     * @param values the literals in the places of these, separated by commas
     */
    record Form(String sql, String values) {}
}
