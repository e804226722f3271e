package dev.migrate.script.found;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

/** A usual one, which nobody but the engine needs to see. */
@RevisionHeader(id = "f1", message = "Plain")
class Plain extends Base {

    @Override
    public void upgrade(Operations op) {}

    /** Inside another class. */
    @RevisionHeader(id = "f2", revises = "f1", message = "Nested")
    static final class Nested implements JavaRevision {

        private Nested() {}

        @Override
        public void upgrade(Operations op) {}
    }

    /** Needs an instance of the class around it. */
    @SuppressWarnings("ClassCanBeStatic")
    class Inner implements JavaRevision {

        @Override
        public void upgrade(Operations op) {}
    }
}
