package dev.migrate.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Has the session of a run prepare what it is sent again and again, in the round trip in which that is sent. */
final class PreparedForms {

    /** The driver prepares its statements, and the server settles on a plan, when they come for the fifth time or so. */
    private static final int OFTEN = 5;

    /** Only a few forms come again; others name a revision. */
    private static final int COUNTED = 32;

    /** A pooler that passes for the server may keep what a session before has prepared. */
    private final String prefix =
            "migrate_" + Integer.toHexString(ThreadLocalRandom.current().nextInt()) + "_";

    private final Map<String, Integer> uses = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    private int given;

    /** Returns what to send for these statements: some by their names, and what gives them these before them. */
    List<SqlStatement> named(List<SqlStatement> statements) {
        List<SqlStatement> sent = new ArrayList<>(statements.size() + 2);
        for (SqlStatement statement : statements) {
            SqlStatement.Form form = statement.form();
            if (form == null || !isFrequent(form)) {
                sent.add(statement);
                continue;
            }
            String name = names.get(form.sql());
            if (name == null) {
                given++;
                name = prefix + given;
                names.put(form.sql(), name);
                sent.add(SqlStatement.of("PREPARE " + name + " AS " + form.sql()));
            }
            sent.add(new SqlStatement(
                    "EXECUTE " + name + " (" + form.values() + ")", statement.place(), statement.checked()));
        }
        return sent;
    }

    private boolean isFrequent(SqlStatement.Form form) {
        Integer before = uses.get(form.sql());
        if (before == null && uses.size() == COUNTED) {
            return false;
        }
        uses.put(form.sql(), before == null ? 1 : before + 1);
        return before != null && before + 1 >= OFTEN;
    }

    /** Begins anew, under new names: nobody knows what the session still knows. */
    void forget() {
        uses.clear();
        names.clear();
    }
}
