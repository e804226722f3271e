package dev.migrate.test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was made for tests. */
record TestDatabase(String name, DriverManagerDataSource source) {}
