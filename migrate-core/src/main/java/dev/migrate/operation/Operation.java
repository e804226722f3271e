package dev.migrate.operation;

/** One change to a database, as a value. */
public sealed interface Operation permits ExecuteSql {}
