package dev.migrate.test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Climbs through all revisions, and at each one goes down again and up again. */
final class Stairway {

    private final MigrationHarness databases;

    private final ScriptDirectory scripts;

    private @Nullable Landing landing;

    /** The first revision that cannot be applied: nothing after it can be tested. */
    private @Nullable RevisionScript obstacle;

    Stairway(MigrationHarness databases) {
        this.databases = databases;
        this.scripts = databases.scripts();
    }

    /** A database that is at one place of the history. */
    private record Landing(MigrationHarness database, SchemaPicture picture) {

        Landing(MigrationHarness database) {
            this(database, database.schema());
        }

        Landing again() {
            return new Landing(database);
        }
    }

    Stream<DynamicTest> tests() {
        List<Step> steps = new Planner(scripts.graph())
                .upgrade(Heads.none(), Target.heads())
                .steps();
        return steps.stream().map(this::test);
    }

    private DynamicTest test(Step step) {
        RevisionScript script = scripts.script(step.revision().id());
        String name = Revisions.name(script) + (script.downgrade() == null ? ", up only" : "");
        Path file = script.file();
        URI source = file == null ? null : file.toUri();
        return DynamicTest.dynamicTest(name, source, () -> climb(step, script));
    }

    private void climb(Step step, RevisionScript script) {
        RevisionScript before = obstacle;
        if (before != null) {
            Assumptions.abort("Not tested, because " + Revisions.name(before) + " before it cannot be applied");
        }
        Landing below = landing == null ? fresh(step.before()) : landing;
        // After a failure nobody knows what is in this database: the next revision gets another one.
        landing = null;
        Landing above = up(below, script);
        if (script.downgrade() != null) {
            down(below, step.revision(), script);
            Landing again = upAgain(below, script);
            compare(above, again, "does not make the same schema when it is applied again after its downgrade", script);
            above = again;
        }
        landing = above;
    }

    /** Goes to where the revisions before have led, without testing them again. */
    private Landing fresh(Heads heads) {
        MigrationHarness database = databases.another();
        for (String id : heads.ids()) {
            FailureText.during(
                    "Revision " + id + " cannot be applied to an empty database", () -> database.upgrade(id));
        }
        return new Landing(database);
    }

    private Landing up(Landing from, RevisionScript script) {
        obstacle = script;
        FailureText.during(
                "Revision " + Revisions.nameAndPlace(script) + " cannot be applied",
                () -> from.database.upgrade(script.id()));
        obstacle = null;
        return from.again();
    }

    private void down(Landing below, Revision revision, RevisionScript script) {
        // Branch and parent name exactly this revision, also where it is a merge or other branches are applied.
        String parent =
                revision.revises().isEmpty() ? "base" : revision.revises().get(0);
        FailureText.during(
                "Revision " + Revisions.nameAndPlace(script) + " cannot be downgraded",
                () -> below.database.migrator().downgrade(Target.parse(revision.id() + "@" + parent)));
        compare(below, below.again(), "is not undone by its downgrade", script);
    }

    private static Landing upAgain(Landing below, RevisionScript script) {
        FailureText.during(
                "Revision " + Revisions.nameAndPlace(script) + " cannot be applied again after its downgrade",
                () -> below.database.upgrade(script.id()));
        return below.again();
    }

    private static void compare(Landing expected, Landing actual, String problem, RevisionScript script) {
        List<String> differences = actual.picture.differencesFrom(expected.picture);
        if (!differences.isEmpty()) {
            throw new AssertionError("Revision " + Revisions.nameAndPlace(script) + " " + problem + ":\n"
                    + String.join("\n", differences)
                    + "\nTo do: correct the downgrade section, so that it removes what is too much and restores what is"
                    + " missing or changed; or say `-- migrate:irreversible <why>` in its place.");
        }
    }
}
