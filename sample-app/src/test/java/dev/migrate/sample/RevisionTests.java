package dev.migrate.sample;

import dev.migrate.test.MigrationTest;
import dev.migrate.test.MigrationTests;

@MigrationTest
class RevisionTests implements MigrationTests {}
