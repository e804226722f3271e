package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Schema;

/** Finds out what is the same under another name: what is stated, and what somebody who is asked says. */
final class Renames {

    private final Dialect dialect;

    private final Schema wanted;

    Renames(Dialect dialect, Schema wanted) {
        this.dialect = dialect;
        this.wanted = wanted;
    }

    Preparation in(Schema actual, ComparisonRequest request) {
        Preparation stated = new StatedRenames(dialect, actual, wanted).of(request.renames());
        RenameQuestion question = request.question();
        Preparation tables = asked(stated, LikelyRenames.tables(stated.actual(), wanted), question);
        return asked(tables, LikelyRenames.columns(tables.actual(), wanted), question);
    }

    private Preparation asked(Preparation before, List<Rename> likely, @Nullable RenameQuestion question) {
        List<Rename> agreed = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Rename rename : likely) {
            if (agreed.stream().anyMatch(other -> isSettled(rename, other))) {
                continue;
            }
            if (question == null) {
                notes.add(note(rename));
            } else if (question.isRenamed(rename)) {
                agreed.add(rename);
            }
        }
        Preparation renamed = new StatedRenames(dialect, before.actual(), wanted).of(agreed);
        return before.then(renamed).then(new Preparation(List.of(), notes, renamed.actual()));
    }

    private static boolean isSettled(Rename rename, Rename other) {
        boolean sameSource = rename.table().equals(other.table())
                && String.valueOf(rename.column()).equals(String.valueOf(other.column()));
        boolean sameTarget = rename.name().equals(other.name())
                && (rename.column() == null || rename.table().equals(other.table()));
        return sameSource || sameTarget;
    }

    private static String note(Rename rename) {
        String option = "--rename " + rename;
        return rename.column() == null
                ? "Table " + rename.name() + " is new, and " + rename.table()
                        + ", which looks like it, is unknown. If it was renamed: " + option
                : "Column " + rename.table() + "." + rename.column() + " is dropped and " + rename.name()
                        + " added, without its values. If it was renamed: " + option;
    }
}
