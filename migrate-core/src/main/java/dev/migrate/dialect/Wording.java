package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RevisionCode;

/** How a database carries out one operation, or several that it can only carry out together. */
public sealed interface Wording {

    /** Returns how a section is carried out that is SQL already, or {@code null} if that needs a dialect. */
    static @Nullable List<Wording> ofSql(List<Operation> operations) {
        List<Wording> wordings = new ArrayList<>(operations.size());
        for (Operation operation : operations) {
            if (!(operation instanceof ExecuteSql execute)) {
                return null;
            }
            wordings.add(new Statements(wordings.size() + 1, List.of(execute.sql())));
        }
        return wordings;
    }

    /** Returns the place of the operation, or of the first of several, in its section, counted from 1. */
    int operation();

    /**
     * SQL that is known beforehand.
     *
     * @param operation see {@link Wording#operation()}
     * @param sql statements without terminating semicolons, in order
     */
    record Statements(int operation, List<String> sql) implements Wording {

        /** Copies the list. */
        public Statements {
            sql = List.copyOf(sql);
        }
    }

    /**
     * SQL that depends on what the database holds when its turn comes.
     *
     * @param operation see {@link Wording#operation()}
     * @param what the operation in a few words
     * @param look makes the statements
     * @param usual what they mostly are, to be printed; empty if nobody can tell beforehand
     */
    record OnSight(int operation, String what, Look look, List<String> usual) implements Wording {

        /** Copies the list. */
        public OnSight {
            usual = List.copyOf(usual);
        }

        /** Creates one of which nobody can tell beforehand what it will be. */
        public OnSight(int operation, String what, Look look) {
            this(operation, what, look, List.of());
        }
    }

    /**
     * Java code of a revision.
     *
     * @param operation see {@link Wording#operation()}
     * @param code what runs
     */
    record Code(int operation, RevisionCode code) implements Wording {}

    /** Looks at the database and says what to do. */
    @FunctionalInterface
    interface Look {

        /** Returns statements without terminating semicolons, in order. */
        List<String> statements(Connection connection) throws SQLException;
    }
}
