package dev.migrate.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

import dev.migrate.operation.Operation;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.run.DatabaseInfo;
import dev.migrate.run.HeldBack;
import dev.migrate.run.Incomplete;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RunReport;
import dev.migrate.run.StepReport;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.Section;

/** Spells results for programs. */
final class Json {

    private Json() {}

    /** Writes one line. */
    static void write(Channel out, Object value) {
        out.exact(JsonWriter.standard().withNewLineAtEnd().writeToString(value));
    }

    static Map<String, @Nullable Object> status(MigrationStatus status) {
        DatabaseInfo database = status.database();
        Map<String, @Nullable Object> where = new LinkedHashMap<>();
        where.put("product", database.product());
        where.put("version", database.version());
        where.put("schema", database.schema());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("state", status.state().name());
        json.put("database", where);
        json.put("current", ids(status.current()));
        json.put("heads", status.heads());
        json.put("pending", status.pending().stream().map(Json::revision).toList());
        json.put("unknown", status.unknown());
        json.put("modified", status.modified());
        json.put(
                "incomplete", status.incomplete().stream().map(Json::incomplete).toList());
        if (!status.heldBack().isEmpty()) {
            json.put("heldBack", status.heldBack().stream().map(Json::heldBack).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> heldBack(HeldBack held) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", held.revision());
        json.put("backfill", held.backfill());
        json.put("why", held.why());
        return json;
    }

    private static Map<String, @Nullable Object> incomplete(Incomplete incomplete) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", incomplete.revision());
        json.put("direction", incomplete.direction().name());
        json.put("statement", incomplete.statement());
        json.put("statements", incomplete.statements());
        json.put("startedAt", incomplete.startedAt().toString());
        return json;
    }

    static Map<String, @Nullable Object> revision(RevisionScript script) {
        Revision revision = script.revision();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", revision.id());
        json.put("revises", revision.revises());
        json.put("dependsOn", revision.dependsOn());
        json.put("labels", revision.labels());
        json.put("message", revision.message());
        json.put("kind", script.kind().name());
        return json;
    }

    /** Returns revisions with their place in the graph, those in Java with what they do. */
    static List<Map<String, @Nullable Object>> details(ScriptDirectory scripts, Collection<Revision> revisions) {
        List<Map<String, @Nullable Object>> details = revisions(scripts, revisions, Set.of());
        for (int i = 0; i < details.size(); i++) {
            RevisionScript script = scripts.script(String.valueOf(details.get(i).get("revision")));
            if (script.kind() == ScriptKind.JAVA) {
                details.get(i).put("irreversible", script.irreversible());
                details.get(i).put("upgrade", section(script.upgrade()));
                details.get(i).put("downgrade", section(script.downgrade()));
            }
        }
        return details;
    }

    private static @Nullable Map<String, @Nullable Object> section(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("transaction", section.transactional());
        json.put(
                "operations",
                section.operations().stream().map(Operation::describe).toList());
        return json;
    }

    /** Returns revisions with their place in the graph. */
    static List<Map<String, @Nullable Object>> revisions(
            ScriptDirectory scripts, Collection<Revision> revisions, Collection<String> current) {
        return revisions.stream()
                .map(revision -> node(scripts, revision, current.contains(revision.id())))
                .toList();
    }

    private static Map<String, @Nullable Object> node(ScriptDirectory scripts, Revision revision, boolean current) {
        RevisionScript script = scripts.script(revision.id());
        Map<String, @Nullable Object> json = revision(script);
        json.put("path", script.path());
        json.put("description", script.description());
        json.put("created", script.created() == null ? null : script.created().toString());
        json.put("children", scripts.graph().children(revision.id()));
        json.put("head", scripts.graph().isHead(revision.id()));
        json.put("current", current);
        return json;
    }

    static Map<String, @Nullable Object> report(RunReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("direction", report.direction().name());
        json.put("before", ids(report.before()));
        json.put("steps", report.steps().stream().map(Json::done).toList());
        json.put("after", ids(report.after()));
        json.put("ahead", report.ahead());
        if (!report.heldBack().isEmpty()) {
            json.put("heldBack", report.heldBack().stream().map(Json::heldBack).toList());
        }
        return json;
    }

    static Map<String, @Nullable Object> plan(String direction, Plan plan) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("direction", direction);
        json.put("dryRun", true);
        json.put("before", ids(plan.from()));
        json.put("steps", plan.steps().stream().map(Json::step).toList());
        json.put("after", ids(plan.to()));
        return json;
    }

    private static Map<String, @Nullable Object> done(StepReport report) {
        Map<String, @Nullable Object> json = step(report.step());
        json.put("durationMs", report.duration().toMillis());
        return json;
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("message", step.revision().message());
        return json;
    }

    private static List<String> ids(Heads heads) {
        return List.copyOf(heads.ids());
    }
}
