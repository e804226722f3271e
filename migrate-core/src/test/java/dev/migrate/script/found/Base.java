package dev.migrate.script.found;

import dev.migrate.script.JavaRevision;

/** What several revisions share. */
abstract class Base implements JavaRevision {}
