package dev.migrate.run;

import java.util.List;

/**
 * Where a database stands, revision by revision.
 *
 * @param status the whole
 * @param revisions every revision of this build, parents first
 */
public record MigrationOverview(MigrationStatus status, List<RevisionDetail> revisions) {}
