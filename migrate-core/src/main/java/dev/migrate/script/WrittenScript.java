package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;

/** Makes sure that what a template made of a new revision is read back as that revision, and as nothing else. */
final class WrittenScript {

    private static final String HINT =
            "Compare it with the built-in one, which the reference shows: it needs the header lines, {upgrade} under "
                    + "`-- migrate:upgrade` and {downgrade} under `-- migrate:downgrade`.";

    private final NewRevision revision;

    private final ScriptTemplate template;

    private final LexicalRules rules;

    WrittenScript(NewRevision revision, ScriptTemplate template, LexicalRules rules) {
        this.revision = revision;
        this.template = template;
        this.rules = rules;
    }

    void check(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ParsedScript parsed = new SqlScriptParser(rules).parse("new revision", null, content);
        RevisionScript script = parsed.script();
        if (script == null) {
            throw refused(parsed.problems());
        }
        if (!script.revision().equals(revision.node())) {
            throw lost("its header");
        }
        if (!holds(script.upgrade(), revision.upgrade())) {
            throw lost("the statements of its upgrade");
        }
        if (!holds(script.downgrade(), revision.downgrade())) {
            throw lost("the statements of its downgrade");
        }
        if (!Objects.equals(script.irreversible(), revision.irreversible())) {
            throw lost("the reason why it cannot be taken back");
        }
    }

    /** A template may add statements of its own around ours, or leave out a section that has none of ours. */
    private boolean holds(@Nullable Section section, List<String> statements) {
        List<String> meant = new ArrayList<>();
        statements.forEach(statement -> meant.addAll(SqlText.split(statement, new Problems("statement"), rules)));
        if (section == null || meant.isEmpty()) {
            return meant.isEmpty();
        }
        List<String> read = new ArrayList<>();
        for (Operation operation : section.operations()) {
            if (operation instanceof ExecuteSql statement) {
                read.add(statement.sql());
            }
        }
        return Collections.indexOfSubList(read, meant) >= 0;
    }

    private MigrateException refused(List<ScriptProblem> problems) {
        ScriptProblem first = problems.get(0);
        if (template.isBuiltIn()) {
            return new MigrateException("The new revision would not be valid: " + first.message(), first.hint());
        }
        List<String> details = problems.stream().map(ScriptProblem::toString).toList();
        return new MigrateException(
                "The template " + template.name() + " does not make a valid script", details, HINT, null);
    }

    private MigrateException lost(String part) {
        if (template.isBuiltIn()) {
            return new MigrateException("The new revision would not be read back with " + part, null);
        }
        return new MigrateException("The template " + template.name() + " loses " + part, HINT);
    }
}
