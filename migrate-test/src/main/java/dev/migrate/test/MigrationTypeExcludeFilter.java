package dev.migrate.test;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

import dev.migrate.autogenerate.RevisionCustomizer;
import dev.migrate.autogenerate.SchemaFilter;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.dialect.Dialect;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.schema.SchemaSource;
import dev.migrate.script.JavaRevision;

/** Leaves out the components of the application that revisions do not consist of; equal to others of its kind, so that contexts are shared. */
final class MigrationTypeExcludeFilter extends TypeExcludeFilter {

    private static final List<TypeFilter> KEPT = Stream.of(
                    JavaRevision.class,
                    JavaBackfill.class,
                    SchemaSource.class,
                    SchemaFilter.class,
                    RevisionCustomizer.class,
                    LintRule.class,
                    Dialect.class)
            .<TypeFilter>map(AssignableTypeFilter::new)
            .toList();

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        for (TypeFilter kept : KEPT) {
            if (kept.match(reader, factory)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MigrationTypeExcludeFilter;
    }

    @Override
    public int hashCode() {
        return MigrationTypeExcludeFilter.class.hashCode();
    }
}
