package dev.migrate.cli;

/** A word of the command line; its options are the annotated fields. */
interface MigrateCommand {

    /**
     * Does what was asked for.
     *
     * @return the exit code
     */
    int run(Session session) throws Exception;
}
