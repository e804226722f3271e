package dev.migrate.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.migrate.script.RevisionClass;

/** Finds the revisions that are written in Java. */
final class JavaRevisions implements Supplier<List<RevisionClass>> {

    private final ApplicationClasses classes;

    JavaRevisions(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        this.classes = new ApplicationClasses(beans, ClassKind.REVISION, configured);
    }

    List<String> packages() {
        return classes.packages();
    }

    @Override
    public List<RevisionClass> get() {
        return classes.each(RevisionClass::new);
    }
}
