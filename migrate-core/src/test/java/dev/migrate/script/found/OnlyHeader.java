package dev.migrate.script.found;

import dev.migrate.script.RevisionHeader;

/** Forgot to implement the interface. */
@RevisionHeader(id = "f3", message = "Only a header")
class OnlyHeader {}
