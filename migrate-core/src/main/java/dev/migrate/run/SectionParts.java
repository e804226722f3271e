package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Wording;
import dev.migrate.error.JavaFailure;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.Section;

/** A section in the words of one database. */
final class SectionParts {

    private final List<RunPart> parts = new ArrayList<>();

    private final Section section;

    private SectionParts(Section section) {
        this.section = section;
    }

    /**
     * Spells a section.
     *
     * @throws MigrateException if an operation of the application's own fails to say what it is
     */
    static List<RunPart> of(RevisionScript script, Section section, Dialect dialect) {
        SectionParts spelled = new SectionParts(section);
        try {
            for (Wording wording : dialect.spell(section.operations())) {
                spelled.add(wording);
            }
        } catch (RuntimeException e) {
            throw new MigrateException(
                    "Revision " + script.id() + " cannot be written as SQL for " + dialect.name() + ": "
                            + JavaFailure.told(e),
                    List.of("at " + script.path()),
                    JavaFailure.hint(e, "Nothing of it was run. Correct the operation."),
                    e);
        }
        return spelled.parts;
    }

    private void add(Wording wording) {
        if (wording instanceof Wording.Statements statements) {
            for (String sql : statements.sql()) {
                parts.add(new SqlStatement(sql, next(wording), false));
            }
        } else if (wording instanceof Wording.OnSight sight) {
            parts.add(new SqlOnSight(sight, next(wording)));
        } else if (wording instanceof Wording.Code code) {
            parts.add(new JavaCode(code.code(), next(wording)));
        }
    }

    private Place next(Wording wording) {
        Operation operation = section.operations().get(wording.operation() - 1);
        int line = operation instanceof ExecuteSql execute ? execute.line() : 0;
        return new Place(parts.size() + 1, wording.operation(), line);
    }
}
