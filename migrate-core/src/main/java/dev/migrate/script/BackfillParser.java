package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;
import dev.migrate.operation.LexicalRules;

/** Reads a file that defines a backfill. */
final class BackfillParser {

    private static final Set<String> KEYS = Set.of("backfill", "table", "key", "message");

    private static final String BOUNDS = "Write for example: UPDATE … WHERE id BETWEEN :from AND :to;";

    private final ScriptText text;

    private final Problems problems;

    private final LexicalRules rules;

    private final Map<String, String> header = new LinkedHashMap<>();

    private @Nullable String statement;

    private int line = 1;

    BackfillParser(ScriptText text, Problems problems, LexicalRules rules) {
        this.text = text;
        this.problems = problems;
        this.rules = rules;
    }

    /** Returns the backfill as far as it can be read. */
    @Nullable BackfillScript parse(String path) {
        read();
        for (String key : List.of("backfill", "table", "key")) {
            if (header.getOrDefault(key, "").isEmpty()) {
                problems.add(
                        1, "The header has no line `-- " + key + ": …`", "Name the backfill, its table and its key.");
            }
        }
        String sql = statement;
        if (sql == null) {
            problems.add(line, "There is no statement", BOUNDS);
        }
        if (!problems.isEmpty() || sql == null) {
            return null;
        }
        List<String> key = Stream.of(header.getOrDefault("key", "").split(",", -1))
                .map(String::strip)
                .toList();
        List<BackfillScript.Piece> pieces = pieces(sql, key);
        return new BackfillScript(
                header.getOrDefault("backfill", ""),
                header.getOrDefault("table", ""),
                key,
                header.getOrDefault("message", ""),
                path,
                pieces);
    }

    private void read() {
        StatementSplitter splitter = new StatementSplitter(text.bytes(), text.start(), problems, rules);
        StatementSplitter.Found found = splitter.next();
        while (found != StatementSplitter.Found.END) {
            if (found == StatementSplitter.Found.COMMENT && statement == null) {
                Tokenizer comment = splitter.comment();
                header(comment.text(comment.start() + 2, comment.end()).strip(), comment.line());
            } else if (found == StatementSplitter.Found.STATEMENT) {
                statement(splitter.statement());
            }
            found = splitter.next();
        }
    }

    private void header(String comment, int number) {
        int colon = comment.indexOf(':');
        if (colon < 0) {
            return;
        }
        String key = comment.substring(0, colon);
        if (KEYS.contains(key)) {
            String value = Printable.of(comment.substring(colon + 1));
            if (header.putIfAbsent(key, value) != null) {
                problems.add(number, "The header line `" + key + "` stands here a second time", null);
            }
            return;
        }
        String near = Spelling.nearest(key, KEYS);
        if (near != null) {
            problems.add(number, "This header line is not spelled right", "Did you mean `-- " + near + ": …`?");
        }
    }

    private void statement(Statement found) {
        if (statement != null) {
            problems.add(
                    found.operation().line(),
                    "There is a second statement",
                    "A backfill runs one for each batch. Join them, as with WITH, or write the backfill in Java.");
            return;
        }
        statement = found.operation().sql();
        line = found.operation().line();
        if (found.kind() != StatementKind.TRANSACTIONAL) {
            problems.add(line, rules.database() + " refuses this statement in a transaction", BOUNDS);
        }
    }

    private List<BackfillScript.Piece> pieces(String sql, List<String> key) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        Tokenizer tokens = new Tokenizer(bytes, 0, bytes.length, line, rules);
        Pieces pieces = new Pieces(bytes);
        Set<BackfillScript.End> seen = new HashSet<>();
        int colon = -1;
        for (Token token = tokens.next(); token != Token.END && token != Token.UNTERMINATED; token = tokens.next()) {
            boolean behind = colon >= 0 && tokens.start() == colon + 1;
            if (token == Token.SYMBOL && tokens.symbol() == ':') {
                // The second of two is a cast, which no parameter follows.
                colon = behind ? -1 : tokens.start();
                continue;
            }
            if (behind && token == Token.WORD) {
                BackfillScript.Bound bound = bound(tokens.text(tokens.start(), tokens.end()), key, tokens.line());
                if (bound != null) {
                    pieces.cut(colon, bound, tokens.end());
                    seen.add(bound.end());
                }
            }
            colon = -1;
            if (token == Token.SYMBOL && tokens.symbol() == '?') {
                pieces.questionMark(tokens.end());
            }
        }
        if (seen.size() < 2) {
            problems.add(line, "The statement does not say between which keys it works", BOUNDS);
        }
        return pieces.end();
    }

    private BackfillScript.@Nullable Bound bound(String name, List<String> key, int number) {
        for (BackfillScript.End end : BackfillScript.End.values()) {
            String word = end == BackfillScript.End.FROM ? "from" : "to";
            if (name.equals(word) && key.size() == 1) {
                return new BackfillScript.Bound(end, 0);
            }
            for (int i = 0; i < key.size(); i++) {
                if (name.equals(word + "_" + key.get(i))) {
                    return new BackfillScript.Bound(end, i);
                }
            }
        }
        problems.add(
                number,
                "There is no parameter :" + name,
                key.size() == 1
                        ? "The parameters are :from and :to. Put a space behind the colon of a slice."
                        : "The parameters are :from_" + key.get(0) + ", :to_" + key.get(0)
                                + " and those of the other columns of the key.");
        return null;
    }

    /** Cuts a statement behind its parameters. */
    private static final class Pieces {

        private final List<BackfillScript.Piece> cut = new ArrayList<>();

        private final StringBuilder text = new StringBuilder();

        private final byte[] bytes;

        private int from;

        Pieces(byte[] bytes) {
            this.bytes = bytes;
        }

        void cut(int colon, BackfillScript.Bound bound, int behind) {
            take(colon);
            cut.add(new BackfillScript.Piece(text.toString(), bound));
            text.setLength(0);
            from = behind;
        }

        /** JDBC takes a single one for a parameter. */
        void questionMark(int behind) {
            take(behind);
            text.append('?');
        }

        List<BackfillScript.Piece> end() {
            take(bytes.length);
            cut.add(new BackfillScript.Piece(text.toString(), null));
            return cut;
        }

        private void take(int to) {
            text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            from = to;
        }
    }
}
