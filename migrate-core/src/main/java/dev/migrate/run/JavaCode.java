package dev.migrate.run;

import dev.migrate.operation.RevisionCode;

/**
 * Java code of a revision.
 *
 * @param code what runs
 * @param place where it comes from
 */
record JavaCode(RevisionCode code, Place place) implements RunPart {

    @Override
    public String text() {
        return "Java code";
    }
}
