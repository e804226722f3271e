package dev.migrate.run;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Probe;
import dev.migrate.operation.Interruptible;
import dev.migrate.script.InterruptibleSql;

/**
 * A part of a section outside of a transaction, by what can be done if the process ends in the middle of it.
 *
 * @param part the part
 * @param kind what that is
 * @param probe asks the catalog, {@code null} but for {@link Kind#PROBED}
 */
record LonePart(RunPart part, Kind kind, @Nullable Probe probe) {

    /** What can be done about an interruption. */
    enum Kind {
        /** Nothing: it takes effect in one transaction with the record of it. */
        UNDIVIDED,
        /** It runs again. */
        REPEATABLE,
        /** Whoever goes on runs it first, also if it is done. */
        SETTING,
        /** The catalog is asked. */
        PROBED,
        /** A person has to look. */
        UNKNOWN
    }

    static LonePart of(RunPart part, Dialect dialect) {
        if (!dialect.transactionalDdl()) {
            return new LonePart(part, Kind.UNKNOWN, null);
        }
        if (!(part instanceof SqlStatement sql)) {
            return new LonePart(part, Kind.UNDIVIDED, null);
        }
        Interruptible statement = InterruptibleSql.of(sql.sql(), dialect.lexicalRules());
        if (statement == null) {
            return new LonePart(part, Kind.UNKNOWN, null);
        }
        if (statement instanceof Interruptible.Undivided) {
            return new LonePart(part, Kind.UNDIVIDED, null);
        }
        if (statement instanceof Interruptible.Setting) {
            return new LonePart(part, Kind.SETTING, null);
        }
        if (statement instanceof Interruptible.Repeatable) {
            return new LonePart(part, Kind.REPEATABLE, null);
        }
        Probe probe = dialect.probe(statement);
        return new LonePart(part, probe == null ? Kind.UNKNOWN : Kind.PROBED, probe);
    }

    int number() {
        return part.place().number();
    }

    /** Tells whether the next run carries on by itself. */
    boolean resumable() {
        return kind != Kind.UNKNOWN;
    }
}
