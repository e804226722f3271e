package dev.migrate.script.found;

/** No revision at all. */
class Unrelated {}
