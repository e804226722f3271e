package dev.migrate.test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The application whose revisions the tests of the kit test; where they are is said by each test. */
@SpringBootConfiguration
@EnableAutoConfiguration
class KitApplication {}
