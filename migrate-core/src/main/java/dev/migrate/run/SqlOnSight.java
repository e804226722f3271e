package dev.migrate.run;

import dev.migrate.dialect.Wording;

/**
 * Statements that are known only when their turn comes.
 *
 * @param wording makes them
 * @param place where they come from
 */
record SqlOnSight(Wording.OnSight wording, Place place) implements RunPart {

    @Override
    public String text() {
        return wording.what();
    }
}
