package dev.migrate.autoconfigure.broken;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;

/** Forgot its header. */
public class NeedsNothing implements JavaRevision {

    @Override
    public void upgrade(Operations op) {}
}
