package dev.migrate.run;

/**
 * One statement on its way to a sink.
 *
 * @param sql the text
 * @param number its place in its section from 1, or 0 for our own
 * @param line the line of the script on which it starts, or 0 for our own
 * @param checked whether exactly one row must be affected, or somebody else was here
 */
record SqlStatement(String sql, int number, int line, boolean checked) {

    static SqlStatement of(String sql) {
        return new SqlStatement(sql, 0, 0, false);
    }

    static SqlStatement compareAndSet(String sql) {
        return new SqlStatement(sql, 0, 0, true);
    }
}
