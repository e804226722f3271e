package dev.migrate.sample.process;

/** What came of a process: the code that it ended with, and what it wrote. */
record Outcome(int code, String out, String err) {}
