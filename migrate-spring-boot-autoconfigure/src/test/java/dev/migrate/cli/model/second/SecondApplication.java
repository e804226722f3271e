package dev.migrate.cli.model.second;

/** The main class. */
public class SecondApplication {}
