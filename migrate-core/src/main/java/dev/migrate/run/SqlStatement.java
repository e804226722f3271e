package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement.
 *
 * @param sql the text
 * @param place where it comes from
 * @param checked whether exactly one row must be affected, or somebody else was here
 */
record SqlStatement(String sql, Place place, boolean checked) implements RunPart {

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

    static SqlStatement compareAndSet(String sql) {
        return new SqlStatement(sql, Place.OURS, true);
    }

    @Override
    public String text() {
        return sql;
    }
}
