package dev.migrate.autogenerate;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.schema.ObjectName;

/** Includes what somebody has named. */
record NameFilter(List<Pattern> included, List<Pattern> excluded) implements SchemaFilter {

    static List<Pattern> patterns(List<String> names) {
        return names.stream().map(NameFilter::pattern).toList();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    @Override
    public boolean includes(SchemaPart part) {
        return (included.isEmpty() || matches(included, part.object())) && !matches(excluded, part.object());
    }

    private static boolean matches(List<Pattern> patterns, ObjectName name) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(name.name()).matches()
                        || pattern.matcher(name.toString()).matches());
    }
}
