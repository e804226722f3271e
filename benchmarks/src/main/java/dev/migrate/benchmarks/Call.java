package dev.migrate.benchmarks;

import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * What a contestant works on.
 *
 * @param work what to do
 * @param folder holds its revisions
 * @param database where to do it; every connection it gives is a new one
 */
record Call(Work work, Path folder, DataSource database) {}
