package dev.migrate.cli.model.first;

/** The main class. */
public class FirstApplication {}
