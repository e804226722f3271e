package dev.migrate;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Proposal;
import dev.migrate.script.RevisionScript;

/**
 * What came of comparing the database with the model.
 *
 * @param proposal what differs
 * @param script the revision that was written, or {@code null} if nothing differs
 */
public record GeneratedRevision(Proposal proposal, @Nullable RevisionScript script) {}
