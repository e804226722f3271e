package dev.migrate.script;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

import dev.migrate.error.MigrateException;

/** How the files of new revisions are named ({@code migrate.file-template}); times are in UTC. */
public final class FileTemplate {

    /** The template that is used unless another one is configured. */
    public static final String DEFAULT = "{year}_{month}_{day}_{hour}{minute}-{revision}_{slug}";

    private static final String FORBIDDEN = "\\:*?\"<>|{}";

    private static final String HINT =
            "It may hold {year} {month} {day} {hour} {minute} {second} {epoch} {revision} {slug}, and slashes for folders below.";

    private final String template;

    private FileTemplate(String template) {
        this.template = template;
    }

    /**
     * Checks a template.
     *
     * @param template a path below the folder of revisions, with or without {@code .sql}
     * @throws MigrateException if it has an unknown name in braces or could lead out of the folder
     */
    public static FileTemplate of(String template) {
        Map<String, String> names = values(ZonedDateTime.of(2026, 1, 28, 14, 30, 0, 0, ZoneOffset.UTC), "a", "a");
        String sample = Placeholders.fill(template, name -> {
            String value = names.get(name);
            if (value == null) {
                throw refused(template, "{" + name + "} stands for nothing");
            }
            return value;
        });
        for (String segment : sample.split("/", -1)) {
            if (segment.isBlank() || ScriptNames.isHidden(segment)) {
                throw refused(template, "a folder or file would be hidden or have no name");
            }
        }
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0) {
                throw refused(template, "a file name cannot hold '" + Printable.of(String.valueOf(c)) + "' everywhere");
            }
        }
        return new FileTemplate(template);
    }

    /** Returns the path of the file, relative to the folder of revisions, with slashes. */
    String path(NewRevision revision) {
        ZonedDateTime created = revision.created().atZone(ZoneOffset.UTC);
        String path = Placeholders.fill(template, values(created, revision.id(), Slug.of(revision.message())));
        return ScriptNames.isScript(path) ? path : path + ScriptNames.SUFFIX;
    }

    private static Map<String, String> values(ZonedDateTime created, String id, String slug) {
        return Map.of(
                "year", digits(4, created.getYear()),
                "month", digits(2, created.getMonthValue()),
                "day", digits(2, created.getDayOfMonth()),
                "hour", digits(2, created.getHour()),
                "minute", digits(2, created.getMinute()),
                "second", digits(2, created.getSecond()),
                "epoch", String.valueOf(created.toEpochSecond()),
                "revision", id,
                "slug", slug);
    }

    /** In any locale the same, since other machines have to find the file, too. */
    private static String digits(int width, int number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    private static MigrateException refused(String template, String reason) {
        return new MigrateException(
                "The file template '" + Printable.of(template) + "' cannot be used: " + reason, HINT);
    }
}
