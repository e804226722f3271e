package dev.migrate.cli;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migrator;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;

/** What a command works with: the migrator, asked for at the first need, and the two streams. */
final class Session {

    private final SlimContext context;

    private final Console console;

    Session(SlimContext context, Console console) {
        this.context = context;
        this.console = console;
    }

    Migrator migrator() {
        return context.migrator();
    }

    RevisionGraph graph() {
        return migrator().scripts().graph();
    }

    Planner planner() {
        return migrator().planner();
    }

    Channel out() {
        return console.out();
    }

    Channel err() {
        return console.err();
    }

    /** Returns what a person types, or {@code null} where nobody sits at a terminal. */
    @Nullable BufferedReader in() {
        return console.in();
    }

    /** Returns the revisions that a target means, and asks the database only if the target counts from what is applied. */
    List<Revision> resolve(String text) {
        Target target = Target.parse(text);
        return planner().resolve(target, target.namesCurrent() ? migrator().current() : Heads.none());
    }

    /** Reads heads that somebody typed, separated by commas; {@code null} for none typed. */
    @Nullable Heads heads(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        for (String one : Arrays.asList(typed.split(",", -1))) {
            resolve(one.strip()).forEach(revision -> ids.add(revision.id()));
        }
        return Heads.of(ids);
    }
}
