package dev.migrate.cli.model.none;

/** The main class. */
public class NoEntitiesApplication {}
