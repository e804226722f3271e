package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.MigrateException;

/** What the scripts of new revisions look like ({@code migrate.template}). */
public final class ScriptTemplate {

    private static final String BUILT_IN = """
            -- revision: {revision}
            -- revises: {revises}
            -- message: {message}
            -- created: {created}
            -- labels: {labels}
            -- depends-on: {depends-on}

            -- migrate:upgrade
            {upgrade}

            -- migrate:downgrade
            {downgrade}
            """;

    /** Header lines that are left out where there is nothing to put in. */
    private static final List<String> OPTIONAL = List.of("revises", "labels", "depends-on");

    private static final String MERGE = "-- A merge joins its parents and changes nothing by itself.";

    private static final String UPGRADE = "-- Write the statements of the upgrade here.";

    private static final String DOWNGRADE = """
            -- Write the statements here that take the upgrade back. Without any, a downgrade does nothing.
            -- Where that cannot be done, put the line `-- migrate:irreversible <why>` in place of this section.""";

    private final String name;

    private final String text;

    private ScriptTemplate(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Returns the template that is used unless another one is configured. */
    public static ScriptTemplate builtIn() {
        return new ScriptTemplate("built in", BUILT_IN);
    }

    /**
     * Reads a template.
     *
     * @param file UTF-8, with {@code {revision}}, {@code {revises}}, {@code {message}}, {@code {created}}, {@code {upgrade}} and
     *     {@code {downgrade}}; {@code {labels}} and {@code {depends-on}} may be there as well
     * @throws MigrateException if it cannot be read
     */
    public static ScriptTemplate read(Path file) {
        try {
            String text = Files.readString(file);
            int start = text.startsWith("\ufeff") ? 1 : 0;
            return new ScriptTemplate(file.toString(), text.substring(start).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new MigrateException(
                    "The template " + file + " cannot be read",
                    List.of(),
                    "Check `migrate.template`: it names a file in UTF-8 that this user may read.",
                    e);
        }
    }

    /** Returns the file it came from. */
    String name() {
        return name;
    }

    boolean isBuiltIn() {
        return text.equals(BUILT_IN);
    }

    String render(NewRevision revision) {
        Map<String, String> values = values(revision);
        StringBuilder script = new StringBuilder();
        for (String line : text.stripTrailing().split("\n", -1)) {
            if (revision.irreversible() != null && line.strip().startsWith(SectionMarker.Kind.DOWNGRADE.marker())) {
                continue;
            }
            if (!isLeftOut(line, values)) {
                script.append(Placeholders.fill(line, values)).append('\n');
            }
            if (line.contains("{revision}")) {
                appendMissing("labels", values, script);
                appendMissing("depends-on", values, script);
            }
        }
        return script.toString();
    }

    /** Labels and dependencies came later than the other names, so a template need not know them. */
    private void appendMissing(String key, Map<String, String> values, StringBuilder script) {
        String value = values.getOrDefault(key, "");
        if (!value.isEmpty() && !text.contains("{" + key + "}")) {
            script.append("-- ").append(key).append(": ").append(value).append('\n');
        }
    }

    private static boolean isLeftOut(String line, Map<String, String> values) {
        return OPTIONAL.stream().anyMatch(key -> line.contains("{" + key + "}") && "".equals(values.get(key)));
    }

    private static Map<String, String> values(NewRevision revision) {
        Map<String, String> values = new HashMap<>();
        values.put("revision", revision.id());
        values.put("revises", String.join(", ", revision.revises()));
        values.put("message", revision.message());
        values.put("created", revision.created().toString());
        values.put("labels", String.join(", ", revision.labels()));
        values.put("depends-on", String.join(", ", revision.dependsOn()));
        values.put("upgrade", body(revision.upgrade(), revision.isMerge() ? MERGE : UPGRADE));
        values.put(
                "downgrade",
                revision.irreversible() == null
                        ? body(revision.downgrade(), revision.isMerge() ? MERGE : DOWNGRADE)
                        : SectionMarker.Kind.IRREVERSIBLE.marker() + " " + revision.irreversible());
        return values;
    }

    private static String body(List<String> statements, String otherwise) {
        if (statements.isEmpty()) {
            return otherwise;
        }
        StringBuilder body = new StringBuilder();
        for (String statement : statements) {
            String sql = statement.strip();
            body.append(sql).append(sql.endsWith(";") ? "\n" : ";\n");
        }
        return body.toString().stripTrailing();
    }
}
