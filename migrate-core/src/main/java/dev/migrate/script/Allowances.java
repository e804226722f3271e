package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

/** Gathers the {@code -- migrate:allow rule-id reason} of a section, each of which is about the statement behind it. */
final class Allowances {

    /** The word behind {@code migrate:}. */
    static final String WORD = "allow";

    private static final String PREFIX = "migrate:";

    private static final String FORM =
            "Write `-- migrate:allow rule-id reason` on a line of its own before the statement.";

    private final Problems problems;

    private final List<Allowance> all = new ArrayList<>();

    private final List<Allowance> waiting = new ArrayList<>();

    Allowances(Problems problems) {
        this.problems = problems;
    }

    /** Tells whether the comment on which the tokenizer stands is one of these. */
    static boolean isOne(Tokenizer comment) {
        int word = comment.skipSpaces(comment.start() + 2) + PREFIX.length();
        int end = word + WORD.length();
        return end <= comment.end()
                && comment.stands(PREFIX + WORD, word - PREFIX.length())
                && (end == comment.end() || comment.at(end) == ' ' || comment.at(end) == '\t');
    }

    /** Reads the comment on which the tokenizer stands. */
    void read(Tokenizer comment) {
        int line = comment.line();
        int start = comment.skipSpaces(comment.start() + 2) + PREFIX.length() + WORD.length();
        String[] parts = comment.text(start, comment.end()).strip().split("\\s+", 2);
        add(parts[0], parts.length > 1 ? Printable.of(parts[1].strip()) : "", line);
    }

    void add(String rule, String reason, int line) {
        if (!rule.matches("[a-z][a-z0-9-]*")) {
            problems.add(line, "`-- migrate:allow` names no rule", FORM);
        } else if (reason.isBlank()) {
            problems.add(line, "`-- migrate:allow " + rule + "` does not say why", FORM);
        } else {
            waiting.add(new Allowance(0, rule, reason, line));
        }
    }

    /** Makes those that wait be about an operation. */
    void settle(int operation) {
        for (Allowance one : waiting) {
            all.add(new Allowance(operation, one.rule(), one.reason(), one.line()));
        }
        waiting.clear();
    }

    List<Allowance> end() {
        for (Allowance one : waiting) {
            problems.add(one.line(), "No statement follows `-- migrate:allow " + one.rule() + "`", FORM);
        }
        waiting.clear();
        return all;
    }
}
