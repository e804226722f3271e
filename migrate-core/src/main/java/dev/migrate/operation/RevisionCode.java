package dev.migrate.operation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a revision does with data in Java, see {@link Operations#run(RevisionCode)}. */
@FunctionalInterface
public interface RevisionCode {

    /**
     * Runs in the transaction of its revision, which it can neither commit nor roll back; again if the revision is tried again.
     *
     * @param jdbc works on the connection of the run
     * @throws Exception of any kind, which fails the revision
     */
    void run(JdbcClient jdbc) throws Exception;
}
