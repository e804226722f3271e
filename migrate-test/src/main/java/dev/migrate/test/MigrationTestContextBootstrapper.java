package dev.migrate.test;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Sets up the application for {@link MigrationTest}: nothing but the test touches a database. */
final class MigrationTestContextBootstrapper extends TestSliceTestContextBootstrapper<MigrationTest> {

    private static final List<String> NOTHING_AT_START = List.of(
            "migrate.auto-run=false",
            "migrate.when-behind=ignore",
            "migrate.when-ahead=allow",
            "migrate.backfill.auto-run=false");

    @Override
    protected String @Nullable [] getProperties(Class<?> testClass) {
        String[] own = super.getProperties(testClass);
        return Stream.concat(Stream.of(own == null ? new String[0] : own), NOTHING_AT_START.stream())
                .toArray(String[]::new);
    }
}
