package dev.migrate.script;

import java.util.List;
import java.util.Random;

/** Makes up statements and what may stand between them. */
final class SqlSamples {

    private static final List<String> WORDS =
            List.of("INSERT", "concurrently", "a$b", "Ünï", "case", "end", "begin", "t1", "_x", "E", "U");

    private static final List<String> PIECES = List.of(
            "'a;b'",
            "''",
            "'it''s'",
            "'\\'",
            "E'\\';'",
            "e'\\\\'",
            "E'a'\n'\\';'",
            "U&'\\0041;'",
            "\"q;\"\"x\"",
            "$$a;'$$",
            "$t$;$$;$t$",
            "/* c; /* d;' */ */",
            "-- c; '\n",
            "(1; 2)",
            "((a), ';')",
            "1.5e3",
            "$1",
            "::int",
            "->>",
            "x.y",
            ",",
            "=",
            "- -1",
            "/ 2",
            "*",
            "\n\t ");

    private static final List<String> FILLERS =
            List.of("", " ", "\n", "\t\r", "-- it's; $$\n", "/* /* ; */ ' */", "\n\n  ");

    private SqlSamples() {}

    static String statement(Random random) {
        if (random.nextInt(10) == 0) {
            return "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC " + pieces(random)
                    + "; SELECT CASE WHEN x THEN 1 END; END";
        }
        return "SELECT " + pieces(random) + " z";
    }

    static String filler(Random random) {
        StringBuilder filler = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            filler.append(pick(FILLERS, random));
        }
        return filler.toString();
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String pieces(Random random) {
        StringBuilder pieces = new StringBuilder("a");
        for (int i = random.nextInt(12); i > 0; i--) {
            String piece = random.nextBoolean() ? pick(PIECES, random) : word(random);
            pieces.append(" + ").append(piece);
        }
        return pieces.append("\n").toString();
    }

    private static String word(Random random) {
        String word = pick(WORDS, random);
        return word.equals("case") || word.equals("end") ? "x." + word : word;
    }
}
