package dev.migrate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.OnlineStep;
import dev.migrate.autogenerate.ProposedScript;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import dev.migrate.script.FileTemplate;
import dev.migrate.script.JavaWriter;
import dev.migrate.script.NewRevision;
import dev.migrate.script.RevisionIds;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.ScriptLoader;
import dev.migrate.script.ScriptTemplate;
import dev.migrate.script.ScriptWriter;

/** Decides what a new revision stands on, and writes it. */
final class NewScripts {

    private final MigrateSettings settings;

    private final ScriptDirectory scripts;

    private final RevisionGraph graph;

    private final LexicalRules rules;

    NewScripts(MigrateSettings settings, ScriptDirectory scripts, LexicalRules rules) {
        this.settings = settings;
        this.scripts = scripts;
        this.rules = rules;
        this.graph = scripts.graph();
    }

    RevisionScript revision(RevisionRequest request) {
        return revision(request, new ProposedScript(List.of(), List.of(), null));
    }

    /** Writes what a database lacks, as operations in Java or as statements in its words; each part stands on the one before. */
    List<RevisionScript> revisions(RevisionRequest request, List<OnlineStep> steps, Dialect dialect) {
        List<RevisionScript> written = new ArrayList<>();
        for (OnlineStep step : steps) {
            String before =
                    written.isEmpty() ? null : written.get(written.size() - 1).id();
            ProposedScript content = request.kind() == ScriptKind.SQL
                    ? ProposedScript.of(step.proposal(), dialect)
                    : new ProposedScript(
                            List.of(),
                            List.of(),
                            ProposedOperations.of(step.proposal(), dialect).irreversible());
            NewRevision named = part(request, step, content, before);
            written.add(
                    request.kind() == ScriptKind.SQL
                            ? write(named, request.location())
                            : javaWriter(request.location())
                                    .write(
                                            named,
                                            ProposedOperations.of(step.proposal(), dialect)
                                                    .operations()));
        }
        return written;
    }

    /** Two revisions never carry the same label, so the one that takes away has its id in it. */
    private NewRevision part(
            RevisionRequest request, OnlineStep step, ProposedScript content, @Nullable String before) {
        NewRevision whole = before == null ? described(request, content) : null;
        String id = whole == null ? id(null) : whole.id();
        List<String> labels = new ArrayList<>(whole == null ? List.of() : whole.labels());
        if (step.kind() == OnlineStep.Kind.CONTRACT) {
            labels.add("contract." + id);
        }
        return new NewRevision(
                id,
                whole == null ? List.of(String.valueOf(before)) : whole.revises(),
                step.title().isEmpty() ? request.message() : request.message() + ": " + step.title(),
                labels,
                whole == null ? List.of() : whole.dependsOn(),
                Clock.systemUTC().instant(),
                content.upgrade(),
                content.downgrade(),
                content.irreversible());
    }

    private RevisionScript revision(RevisionRequest request, ProposedScript content) {
        NewRevision revision = described(request, content);
        return request.kind() == ScriptKind.JAVA
                ? javaWriter(request.location()).write(revision)
                : write(revision, request.location());
    }

    private NewRevision described(RevisionRequest request, ProposedScript content) {
        List<String> parents = request.heads().isEmpty() ? defaultParents() : resolve(request.heads());
        if (request.splice() == Splice.REFUSED) {
            checkHeads(parents);
        }
        List<String> dependsOn =
                request.dependsOn().stream().map(this::dependency).toList();
        return new NewRevision(
                id(request.id()),
                parents,
                request.message(),
                request.labels(),
                dependsOn,
                Clock.systemUTC().instant(),
                content.upgrade(),
                content.downgrade(),
                content.irreversible());
    }

    RevisionScript merge(MergeRequest request) {
        List<String> parents = resolve(request.revisions());
        if (parents.size() < 2) {
            throw new MigrateException(
                    "A merge joins at least two revisions", "Name them, or `heads` where there are several.");
        }
        if (request.splice() == Splice.REFUSED) {
            checkHeads(parents);
        }
        String message = request.message() == null ? "Merge " + String.join(", ", parents) : request.message();
        return write(
                new NewRevision(
                        id(request.id()),
                        parents,
                        message,
                        request.labels(),
                        List.of(),
                        Clock.systemUTC().instant(),
                        List.of(),
                        List.of()),
                request.location());
    }

    RevisionScript first() {
        if (!scripts.isEmpty()) {
            throw new MigrateException(
                    "There are revisions already, the first at "
                            + scripts.scripts().get(0).path(),
                    "Add another with `migrate revision -m MESSAGE`.");
        }
        return revision(new RevisionRequest(
                "Initial schema", List.of(Target.base()), Splice.REFUSED, List.of(), List.of(), null, null));
    }

    private List<String> defaultParents() {
        if (graph.heads().size() > 1) {
            throw RevisionException.multipleHeadsForRevision(graph.heads());
        }
        return graph.heads();
    }

    private List<String> resolve(List<Target> targets) {
        Planner planner = new Planner(graph);
        List<String> ids = new ArrayList<>();
        for (Target target : targets) {
            planner.resolve(target, Heads.none()).stream().map(Revision::id).forEach(ids::add);
        }
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw RevisionException.duplicateHeads(id);
            }
        }
        return ids;
    }

    private void checkHeads(List<String> parents) {
        for (String parent : parents) {
            if (!graph.isHead(parent)) {
                throw RevisionException.notAHead(parent, graph.children(parent));
            }
        }
    }

    /** A label stays a label, so that the dependency follows the branch; a prefix becomes the id. */
    private String dependency(String symbol) {
        Revision revision = graph.resolve(symbol);
        return revision.labels().contains(symbol) ? symbol : revision.id();
    }

    private String id(@Nullable String wanted) {
        if (wanted == null) {
            return new RevisionIds().next(graph::contains);
        }
        if (!Revision.ID.matcher(wanted).matches()) {
            throw new MigrateException(
                    "'" + wanted + "' is no revision id", "Use 1 to 64 of the characters A-Z, a-z, 0-9 and _.");
        }
        if (graph.contains(wanted)) {
            throw new MigrateException(
                    "Revision " + wanted + " exists already, at "
                            + scripts.script(wanted).path(),
                    "Choose another id, or leave --rev-id out.");
        }
        return wanted;
    }

    private JavaWriter javaWriter(@Nullable Path location) {
        if (location != null) {
            return JavaWriter.forFolder(location);
        }
        if (settings.javaPackages().isEmpty()) {
            throw new MigrateException(
                    "There is no package for Java revisions",
                    "Set migrate.java-packages, or name a folder below src/main/java with --location.");
        }
        return JavaWriter.forPackage(
                settings.javaSourceDirectory(), settings.javaPackages().get(0));
    }

    private RevisionScript write(NewRevision revision, @Nullable Path location) {
        Path template = settings.template();
        Path directory = location == null ? settings.sourceDirectory() : location;
        Path file = new ScriptWriter(
                        directory,
                        FileTemplate.of(settings.fileTemplate()),
                        template == null ? ScriptTemplate.builtIn() : ScriptTemplate.read(template),
                        rules)
                .write(revision);
        return new ScriptLoader(NewScripts.class.getClassLoader(), rules).loadFile(file);
    }
}
