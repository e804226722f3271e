package dev.migrate.script;

import dev.migrate.operation.Operations;

/**
 * A revision that is written in Java; the class also needs a {@link RevisionHeader}.
 *
 * <pre>{@code
 * @RevisionHeader(id = "3f1c0d9a7b52", revises = "7fa95b5a0eb7", message = "Add audio timestamps")
 * public class AddAudioTimestamps implements JavaRevision {
 *     @Override public void upgrade(Operations op) {
 *         op.addColumn("segment", column("audio_start_ms", integer()));
 *     }
 * }
 * }</pre>
 *
 * <p>Both methods are called when the scripts are loaded, before anything runs and also where nothing will: they write down
 * what is to be done. Code that must see the database goes into {@link Operations#run(dev.migrate.operation.RevisionCode)}.
 * They must write down the same every time, for that is what a change of an applied revision is recognized by.
 */
public interface JavaRevision {

    /** Writes down what an upgrade does. */
    void upgrade(Operations op);

    /**
     * Writes down what a downgrade does. Left out, it is the reverse of the upgrade, the last operation first; where an
     * operation cannot be reversed, loading the revision fails and says which one.
     */
    default void downgrade(Operations op) {
        op.add(new DerivedDowngrade());
    }
}
