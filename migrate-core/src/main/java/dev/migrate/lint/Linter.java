package dev.migrate.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.lint.effect.World;
import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.lint.rule.LintRules;
import dev.migrate.lint.rule.LintedRevision;
import dev.migrate.lint.rule.LintedStatement;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.lint.rule.Severity;
import dev.migrate.revision.Revision;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Asks the rules about revisions; whatever comes before those is read for what it leaves behind. */
public final class Linter {

    private final LintSettings settings;

    private final List<LintRule> rules;

    private final Set<String> known = new HashSet<>();

    /**
     * Creates a linter.
     *
     * @param own rules of the application, asked after the built-in ones
     */
    public Linter(LintSettings settings, List<LintRule> own) {
        this.settings = settings;
        List<LintRule> all = new ArrayList<>(LintRules.builtIn(settings.names()));
        all.addAll(own);
        all.forEach(rule -> known.add(rule.info().id()));
        this.rules = all.stream().filter(this::isOn).toList();
    }

    private boolean isOn(LintRule rule) {
        String id = rule.info().id();
        boolean optional = rule.info().severity() == Severity.OPTIONAL;
        return !settings.disabled().contains(id)
                && (!optional || settings.enabled().contains(id));
    }

    /**
     * Lints revisions.
     *
     * @param ids full ids of the revisions to ask the rules about
     * @param server what is known of the database; the configured version comes before its own
     */
    public LintReport lint(ScriptDirectory scripts, Collection<String> ids, ServerFacts server) {
        Integer configured = settings.postgresqlVersion();
        ServerFacts facts = configured == null ? server : new ServerFacts(configured, -1, server.rows());
        Set<String> wanted = new HashSet<>(ids);
        World world = new World();
        StatementReader reader = new StatementReader(world, facts, settings.thresholds());
        List<String> revisions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        // Parents come before their children here.
        for (Revision revision : scripts.graph().revisions()) {
            RevisionScript script = scripts.script(revision.id());
            if (wanted.contains(revision.id())) {
                revisions.add(revision.id());
                findings.addAll(lint(script, reader, world));
            } else {
                reader.read(script, statement -> {});
            }
        }
        return new LintReport(revisions, findings);
    }

    private List<Finding> lint(RevisionScript script, StatementReader reader, World world) {
        RevisionFindings found = new RevisionFindings(script, known, this::isSilenced);
        List<LintedStatement> statements = reader.read(script, statement -> {
            for (LintRule rule : rules) {
                rule.look(
                        statement, (message, rewrite) -> found.add(rule.info(), statement.source(), message, rewrite));
            }
        });
        LintedRevision whole =
                new LintedRevision(script, Set.copyOf(script.revision().labels()), statements, world);
        for (LintRule rule : rules) {
            rule.look(whole, (message, rewrite) -> found.add(rule.info(), null, message, rewrite));
        }
        return found.end();
    }

    /** Tells whether nobody asks a rule, so that allowing it says nothing. */
    private boolean isSilenced(String rule) {
        return rules.stream().noneMatch(one -> one.info().id().equals(rule));
    }
}
