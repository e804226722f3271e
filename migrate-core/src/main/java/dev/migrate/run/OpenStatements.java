package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.Section;

/** Statements that were started and never confirmed, parted by who has to look after them. */
final class OpenStatements {

    private final ScriptDirectory scripts;

    private final Dialect dialect;

    private final List<Incomplete> incomplete = new ArrayList<>();

    private final List<Incomplete> interrupted = new ArrayList<>();

    OpenStatements(ScriptDirectory scripts, Dialect dialect, List<DatabaseState.Started> started) {
        this.scripts = scripts;
        this.dialect = dialect;
        started.forEach(this::add);
    }

    /** Returns those that a person has to settle. */
    List<Incomplete> incomplete() {
        return incomplete;
    }

    /** Returns those that the next run takes up by itself. */
    List<Incomplete> interrupted() {
        return interrupted;
    }

    /**
     * Tells whether an upgrade alone will not do: what another build has begun does not concern one that has nothing to do.
     *
     * @param pending whether revisions of this build are pending
     */
    boolean needSomebody(boolean pending) {
        return incomplete.stream().anyMatch(open -> pending || scripts.graph().contains(open.revision()))
                || interrupted.stream().anyMatch(open -> open.direction() == Direction.DOWNGRADE);
    }

    private void add(DatabaseState.Started started) {
        List<RunPart> parts = parts(started);
        Incomplete open = new Incomplete(
                started.revision(), started.direction(), started.statement(), parts.size(), started.at());
        (resumable(started, parts) ? interrupted : incomplete).add(open);
    }

    /** The statement that was begun must still be the one that the script has at this place. */
    private boolean resumable(DatabaseState.Started started, List<RunPart> parts) {
        int number = started.statement();
        return number >= 1
                && number <= parts.size()
                && scripts.script(started.revision()).checksum().equals(started.checksum())
                && LonePart.of(parts.get(number - 1), dialect).resumable();
    }

    private List<RunPart> parts(DatabaseState.Started started) {
        if (!scripts.graph().contains(started.revision())) {
            return List.of();
        }
        RevisionScript script = scripts.script(started.revision());
        Section section = started.direction() == Direction.UPGRADE ? script.upgrade() : script.downgrade();
        return section == null ? List.of() : SectionParts.of(script, section, dialect);
    }
}
