package dev.migrate.sample;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.Migrator;
import dev.migrate.revision.RevisionRange;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionLintTests {

    @Test
    void whatLintFindsIsMeantAndSaysWhy() {
        Migrator migrator = SampleMigrator.of(new DriverManagerDataSource("jdbc:postgresql:nobody-asks"));
        assertThat(migrator.lint(RevisionRange.all()).findings()).isEmpty();
    }
}
