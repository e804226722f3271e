package dev.migrate.benchmarks.faults;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Names the statements of a backfill by what they are for. */
final class BackfillPhases {

    private static final List<Phase> PHASES = List.of(
            new Phase("FOR UPDATE OF r", "take a range"),
            new Phase("SET cursor_key", "move the cursor"),
            new Phase("WITH done AS", "complete a range"),
            new Phase("_range\" (backfill", "hand a range out"),
            new Phase("SET claimed_key", "hand a range out"),
            new Phase("AS cursor_key, CAST", "look ahead"),
            new Phase("UPDATE item", "process the rows"),
            new Phase("'setup'", "setup"),
            new Phase("SET state = 'RUNNING', ready", "end of the setup"),
            new Phase("'teardown'", "teardown"),
            new Phase("SET state = 'FINISHED'", "end of the teardown"),
            new Phase("ON CONFLICT (name) DO NOTHING", "begin"),
            new Phase("CREATE TABLE IF NOT EXISTS", "make the books"));

    /** What is committed. */
    private static final List<String> COMMITS = List.of(
            "end of the setup", "hand a range out", "move the cursor", "complete a range", "end of the teardown");

    private static final String PREFIX = "backfill: ";

    private BackfillPhases() {}

    /** Returns the titles of all calls that belong to one. */
    static List<String> titles() {
        return Stream.concat(
                        PHASES.stream().map(phase -> PREFIX + phase.name()),
                        COMMITS.stream().map(name -> "commit of " + PREFIX + name))
                .distinct()
                .toList();
    }

    /** Returns what a statement is for, {@code null} if it is none of these. */
    static @Nullable String of(String sql) {
        for (Phase phase : PHASES) {
            if (sql.contains(phase.sign())) {
                return PREFIX + phase.name();
            }
        }
        return null;
    }

    /**
     * A part of what a backfill does.
     *
     * @param sign what no other statement has
     * @param name what it is called
     */
    private record Phase(String sign, String name) {}
}
