package dev.migrate.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Part of the tests of the database layer only: there the database is upgraded whatever the profile. */
@AutoConfiguration(before = MigrateAutoConfiguration.class)
public final class MigrateSliceAutoConfiguration {

    @Bean
    SliceMarker migrateSliceMarker() {
        return new SliceMarker();
    }
}
