package dev.migrate.autogenerate;

/** Asks somebody whether what looks renamed is. */
@FunctionalInterface
public interface RenameQuestion {

    /**
     * Tells whether it is: then its rows and values stay. Otherwise the old one goes and a new one comes.
     *
     * @param rename what the comparison takes for possible
     */
    boolean isRenamed(Rename rename);
}
