package dev.migrate.actuate;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.migrate.run.MigrationState;
import dev.migrate.run.RevisionState;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/endpoint.md} against what the endpoint answers. */
class EndpointReferenceTests {

    private static final Pattern NAMED = Pattern.compile("[\"`]([A-Za-z_]+)[\"`]");

    @Test
    void everyFieldAndStateIsNamed() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/endpoint.md"));
        Set<String> named = NAMED.matcher(page.substring(0, page.indexOf("## Health")))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .collect(Collectors.toSet());

        assertThat(named).containsAll(fields());
        assertThat(named).containsAll(names(MigrationState.values()));
        assertThat(named).containsAll(names(RevisionState.values()));
    }

    private static Set<String> fields() {
        return Stream.concat(
                        Stream.of(MigrationsDescriptor.class),
                        Stream.of(MigrationsDescriptor.class.getDeclaredClasses()))
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
