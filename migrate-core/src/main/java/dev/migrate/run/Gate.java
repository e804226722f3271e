package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Lets through what waits for no backfill; the database is asked only where something does. */
final class Gate {

    private final ScriptDirectory scripts;

    private final Prerequisites prerequisites;

    Gate(ScriptDirectory scripts, Prerequisites prerequisites) {
        this.scripts = scripts;
        this.prerequisites = prerequisites;
    }

    /** Returns which revisions of these wait, and for what. */
    List<HeldBack> among(Session session, List<RevisionScript> pending) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (RevisionScript script : pending) {
            names.addAll(script.requiresBackfills());
        }
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, String> unmet = prerequisites.unmet(session, names);
        List<HeldBack> held = new ArrayList<>();
        for (RevisionScript script : pending) {
            for (String name : script.requiresBackfills()) {
                String why = unmet.get(name);
                if (why != null) {
                    held.add(new HeldBack(script.id(), name, why));
                }
            }
        }
        return held;
    }

    /** Returns the part of a plan before the first revision that waits. */
    Passage through(Session session, Plan plan) throws SQLException {
        List<RevisionScript> upgraded = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.direction() == Direction.UPGRADE) {
                upgraded.add(scripts.script(step.revision().id()));
            }
        }
        List<HeldBack> held = among(session, upgraded);
        if (held.isEmpty()) {
            return new Passage(plan, held);
        }
        Set<String> waiting = new LinkedHashSet<>();
        held.forEach(each -> waiting.add(each.revision()));
        List<Step> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (waiting.contains(step.revision().id())) {
                break;
            }
            steps.add(step);
        }
        return new Passage(new Plan(plan.from(), steps), held);
    }

    /**
     * What may run.
     *
     * @param plan the part that may
     * @param heldBack what keeps the rest
     */
    record Passage(Plan plan, List<HeldBack> heldBack) {}
}
