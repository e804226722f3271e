package dev.migrate.cli.model.scanned;

import org.springframework.boot.persistence.autoconfigure.EntityScan;

import dev.migrate.cli.model.first.Customer;

/** The main class. */
@EntityScan(basePackageClasses = Customer.class)
public class ScannedApplication {}
