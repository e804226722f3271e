package dev.migrate.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.JavaBackfill;

/** Finds the backfills that are written in Java. */
final class JavaBackfills implements Supplier<List<BackfillDefinition>> {

    private final ApplicationClasses classes;

    JavaBackfills(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        this.classes = new ApplicationClasses(beans, ClassKind.BACKFILL, configured);
    }

    @Override
    public List<BackfillDefinition> get() {
        return classes.each((type, instance) -> BackfillDefinition.of(type, () -> (JavaBackfill) instance.get()));
    }
}
