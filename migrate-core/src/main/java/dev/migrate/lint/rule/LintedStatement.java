package dev.migrate.lint.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/**
 * A statement that is linted, and what it meets.
 *
 * @param source where it is written
 * @param ddl what it does
 * @param effect what it costs
 * @param world what is there before it; to be asked only while the rule looks at this statement
 * @param surroundings the revision and the server
 */
public record LintedStatement(Source source, Ddl ddl, Effect effect, World world, Surroundings surroundings) {

    /**
     * The label of revisions that take away what no running version needs any more; since no two revisions carry the same, also
     * with a dot and a name behind it.
     */
    public static final String CONTRACT = "contract";

    /**
     * Where a statement is written.
     *
     * @param sql its text, empty for Java code
     * @param operation which operation of the section, counted from 0
     * @param line its line, or 0 where it comes from no file
     */
    public record Source(String sql, int operation, int line) {

        /** Returns {@code line 7}, or {@code operation 2} where it comes from no file. */
        @Override
        public String toString() {
            return line > 0 ? "line " + line : "operation " + (operation + 1);
        }
    }

    /**
     * What is around a statement.
     *
     * @param contract whether the revision carries the label {@value #CONTRACT}, alone or with a name
     * @param transaction whether the statement runs in a transaction with the others
     * @param earlier the statements of the revision before it, but for those that insert or read rows; grows with none of them
     * @param server what is known of the server
     * @param thresholds from when on things matter
     */
    public record Surroundings(
            boolean contract,
            boolean transaction,
            List<LintedStatement> earlier,
            ServerFacts server,
            Thresholds thresholds) {}

    /** Tells whether one of the labels says that a revision takes away what no running version needs any more. */
    public static boolean isContract(List<String> labels) {
        return labels.stream().anyMatch(label -> label.equals(CONTRACT) || label.startsWith(CONTRACT + "."));
    }

    /** Returns the statements of the revision before it. */
    public List<LintedStatement> earlier() {
        return surroundings.earlier();
    }

    /** Returns the major version of the server. */
    public int version() {
        return surroundings.server().major();
    }

    /** Returns the actions of an {@code ALTER TABLE} of one kind; none of any other statement. */
    public <T extends TableAction> List<T> actions(Class<T> kind) {
        return ddl instanceof Ddl.AlterTable alter
                ? alter.actions().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .toList()
                : List.of();
    }

    /** Returns the table that an {@code ALTER TABLE} is about. */
    public ObjectName table() {
        if (ddl instanceof Ddl.AlterTable alter) {
            return alter.table();
        }
        throw new IllegalStateException("Only ALTER TABLE has one table");
    }

    /** Returns what is known of a table or view before the statement, or {@code null}. */
    public @Nullable Relation relation(ObjectName name) {
        return world.relation(name);
    }

    /**
     * Tells whether the revision itself created the table before, or another one that is pending: nobody waits for its locks, and
     * it is empty.
     */
    public boolean isNew(ObjectName table) {
        if (surroundings.server().lacks(table)) {
            return true;
        }
        for (LintedStatement statement : earlier()) {
            if (statement.ddl() instanceof Ddl.CreateTable create
                    && World.key(create.table()).equals(World.key(table))) {
                return true;
            }
            if (statement.ddl() instanceof Ddl.CreateView view
                    && World.key(view.view()).equals(World.key(table))) {
                return true;
            }
        }
        return ddl instanceof Ddl.CreateTable create
                && World.key(create.table()).equals(World.key(table));
    }

    /** Tells whether the database says that the table has few rows. */
    public boolean isSmall(ObjectName table) {
        Long rows = surroundings.server().rows(table);
        return rows != null && rows < surroundings.thresholds().smallTable();
    }

    /** Tells whether a lock, a scan or a rewrite of the table can be noticed: it is neither new nor small. */
    public boolean isBusy(ObjectName table) {
        return !isNew(table) && !isSmall(table);
    }

    /** Tells whether taking something away from the table can break a running version: it is not new, and this is no contract. */
    public boolean isInUse(ObjectName table) {
        return !isNew(table) && !surroundings.contract();
    }

    /** Returns what happens to a table meanwhile, as the end of a sentence. */
    public String cost(ObjectName table) {
        LockMode mode = effect.lock(table);
        if (mode == null) {
            return "no lock on " + table;
        }
        String who = mode.stopsReaders()
                ? "nobody reads or writes it"
                : mode.stopsWriters() ? "nobody writes to it" : "readers and writers go on";
        String work = effect.rewrites(table)
                ? " while it is written anew with all its indexes"
                : effect.scans(table) ? " while it is read whole" : "";
        return mode.sql() + " on " + table + work + ": " + who + " meanwhile";
    }
}
