package dev.migrate.run;

import dev.migrate.script.ScriptDirectory;

/**
 * What everything in one run works with.
 *
 * @param scripts the revisions
 * @param session holds the lock
 * @param settings how the run behaves
 * @param listener told what it does
 * @param stop may ask it to end
 */
record Run(ScriptDirectory scripts, Session session, RunSettings settings, RunListener listener, RunStop stop) {}
