package dev.migrate.script;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.LexicalRules;

/** Makes a revision script of the content of a {@code .sql} file, in one pass; not for use by several threads. */
final class SqlScriptParser {

    private final LexicalRules rules;

    private @Nullable Checksums checksums;

    SqlScriptParser(LexicalRules rules) {
        this.rules = rules;
    }

    /**
     * Parses a file; whatever is wrong with it becomes a problem, never an exception.
     *
     * @param path as people are shown it
     * @param file where it lies, or {@code null}
     * @param content its bytes
     */
    ParsedScript parse(String path, @Nullable Path file, byte[] content) {
        Problems problems = new Problems(path);
        ScriptText text = ScriptText.of(content, problems);
        Reading reading = new Reading(
                new StatementSplitter(text.bytes(), text.start(), problems, rules), problems, rules.database());
        reading.read();
        return reading.result(path, file, checksum(text));
    }

    /**
     * Parses a file as far as its first section; the body of the script is parsed when somebody asks for it.
     *
     * @param path as people are shown it
     * @param file where it lies, or {@code null}
     * @param content its bytes, in which {@link #parse} finds nothing wrong
     * @return what is wrong with the header alone
     */
    ParsedScript outline(String path, @Nullable Path file, byte[] content) {
        ScriptHeader plain = PlainHeader.read(path, file, content);
        if (plain != null) {
            return new ParsedScript(plain.origin(), plain.revision(), script(plain, content), List.of());
        }
        Problems problems = new Problems(path);
        int start = ScriptText.start(content);
        Tokenizer tokens = new Tokenizer(content, start, content.length, 1, rules);
        HeaderReader header = new HeaderReader(problems);
        Token token = tokens.next();
        while (token == Token.BLOCK_COMMENT || (token == Token.LINE_COMMENT && !SectionMarker.isMarker(tokens))) {
            if (token == Token.LINE_COMMENT) {
                header.read(tokens);
            }
            token = tokens.next();
        }
        // Behind anything but a marker there may be more of the header.
        if (token != Token.LINE_COMMENT) {
            return parse(path, file, content);
        }
        ScriptOrigin origin = new ScriptOrigin(path, header.line(), file);
        ScriptHeader read = header.header(origin);
        RevisionScript script = read == null || !problems.isEmpty() ? null : script(read, content);
        return new ParsedScript(origin, read == null ? null : read.revision(), script, problems.found());
    }

    private RevisionScript script(ScriptHeader header, byte[] content) {
        ScriptOrigin origin = header.origin();
        return new RevisionScript(
                header, () -> body(new SqlScriptParser(rules).parse(origin.path(), origin.file(), content)));
    }

    private String checksum(ScriptText text) {
        if (checksums == null) {
            checksums = new Checksums();
        }
        return checksums.content(text);
    }

    private static ScriptBody body(ParsedScript parsed) {
        if (parsed.script() == null) {
            throw new InvalidScriptsException(parsed.problems());
        }
        return parsed.script().body();
    }

    /** One file being read. */
    private static final class Reading {

        private static final String NO_SQL_HERE = "Put it behind `-- migrate:upgrade` or `-- migrate:downgrade`.";

        private final StatementSplitter splitter;

        private final Problems problems;

        private final String database;

        private final HeaderReader header;

        private @Nullable SectionReader upgrade;

        private @Nullable SectionReader downgrade;

        private @Nullable String irreversible;

        private @Nullable SectionReader current;

        private boolean inHeader = true;

        private boolean strayReported;

        Reading(StatementSplitter splitter, Problems problems, String database) {
            this.splitter = splitter;
            this.problems = problems;
            this.database = database;
            this.header = new HeaderReader(problems);
        }

        void read() {
            StatementSplitter.Found found = splitter.next();
            while (found != StatementSplitter.Found.END) {
                if (found == StatementSplitter.Found.STATEMENT) {
                    statement(splitter.statement());
                } else if (Allowances.isOne(splitter.comment())) {
                    allow(splitter.comment());
                } else if (SectionMarker.isMarker(splitter.comment())) {
                    marker(splitter.comment());
                } else if (inHeader) {
                    header.read(splitter.comment());
                }
                found = splitter.next();
            }
        }

        ParsedScript result(String path, @Nullable Path file, String checksum) {
            ScriptOrigin origin = new ScriptOrigin(path, header.line(), file);
            ScriptHeader read = header.header(origin);
            Section up = upgrade == null ? missingUpgrade() : upgrade.section();
            Section down = downgrade == null ? null : downgrade.section();
            RevisionScript script = read == null || !problems.isEmpty()
                    ? null
                    : new RevisionScript(read, new ScriptBody(up, down, irreversible, checksum));
            return new ParsedScript(origin, read == null ? null : read.revision(), script, problems.found());
        }

        private Section missingUpgrade() {
            if (!splitter.isTruncated()) {
                problems.add(
                        header.line(),
                        "There is no upgrade section",
                        "Add the line `-- migrate:upgrade` and the statements under it, or none for a revision that changes nothing.");
            }
            return new Section(List.of(), true);
        }

        private void statement(Statement statement) {
            if (current != null) {
                current.add(statement);
            } else if (!strayReported) {
                strayReported = true;
                int line = statement.operation().line();
                if (inHeader) {
                    problems.add(line, "There is SQL before the first section marker", NO_SQL_HERE);
                } else if (irreversible != null) {
                    problems.add(line, "There is SQL behind `-- migrate:irreversible`", NO_SQL_HERE);
                }
            }
        }

        private void allow(Tokenizer comment) {
            if (current == null) {
                problems.add(comment.line(), "`-- migrate:allow` stands in no section", NO_SQL_HERE);
            } else {
                current.allowances().read(comment);
            }
        }

        private void marker(Tokenizer comment) {
            SectionMarker marker = SectionMarker.read(comment, problems);
            inHeader = false;
            current = null;
            if (marker == null) {
                return;
            }
            switch (marker.kind()) {
                case UPGRADE -> {
                    current = new SectionReader(marker, problems, database);
                    upgrade = once(marker, upgrade, current);
                }
                case DOWNGRADE -> {
                    current = new SectionReader(marker, problems, database);
                    downgrade = once(marker, downgrade, current);
                }
                case IRREVERSIBLE -> irreversible(marker);
            }
            if (downgrade != null && irreversible != null) {
                problems.add(
                        marker.line(),
                        "A script has either a downgrade section or `-- migrate:irreversible`",
                        "Remove one of the two.");
            }
        }

        private <T> T once(SectionMarker marker, @Nullable T earlier, T section) {
            if (earlier == null) {
                return section;
            }
            problems.add(
                    marker.line(), "`" + marker.kind().marker() + "` stands here a second time", "Join the sections.");
            return earlier;
        }

        private void irreversible(SectionMarker marker) {
            if (marker.rest().isEmpty()) {
                problems.add(
                        marker.line(),
                        "`-- migrate:irreversible` does not say why",
                        "Add the reason behind it; a refused downgrade shows it.");
            }
            irreversible = once(marker, irreversible, Printable.of(marker.rest()));
        }
    }
}
