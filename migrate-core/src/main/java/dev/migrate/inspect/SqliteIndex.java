package dev.migrate.inspect;

import java.util.List;

/**
 * An index of SQLite in the pieces of the statement that made it.
 *
 * @param head what stands before its name
 * @param body what stands behind its name
 */
public record SqliteIndex(String head, String body) {

    /** Takes the statement to pieces that SQLite keeps for an index. */
    public static SqliteIndex parse(String sql) {
        SqliteTokens tokens = new SqliteTokens(sql);
        tokens.skip("CREATE");
        tokens.skip("UNIQUE");
        tokens.skip("INDEX");
        tokens.skip("IF", "NOT", "EXISTS");
        int name = tokens.start();
        tokens.take();
        return new SqliteIndex(sql.substring(0, name), sql.substring(tokens.end()));
    }

    /** Returns the statement that makes the same index under another name. */
    public String toSql(String quotedName) {
        return head + quotedName + body;
    }

    /** Tells whether a column is part of it, or of its condition. */
    public boolean mentions(String column) {
        return SqliteClause.mentions(body.substring(body.indexOf('(')), column);
    }

    /** Returns the columns that it consists of. */
    public List<String> columns() {
        return new SqliteTokens(body.substring(body.indexOf('('))).names();
    }
}
