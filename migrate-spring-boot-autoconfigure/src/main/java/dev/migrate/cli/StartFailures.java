package dev.migrate.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Explains why the slim context did not come up, with the analyzers that a start of the application would ask. */
final class StartFailures {

    private static final String NO_DATASOURCE = "DataSourceBeanCreationException";

    private final SlimContext context;

    StartFailures(SlimContext context) {
        this.context = context;
    }

    /** Prints an explanation, if there is one, and tells whether there was. */
    boolean print(Throwable failure, Failures.Printer printer) {
        if (isNoDataSource(failure)) {
            printer.print(
                    "No database is configured",
                    List.of(),
                    "Set spring.datasource.url or migrate.url, or name the configuration class that declares the DataSource"
                            + " in migrate.cli.sources.");
            return true;
        }
        FailureAnalysis analysis = analyze(failure);
        if (analysis == null) {
            return false;
        }
        List<String> lines = analysis.getDescription()
                .strip()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        printer.print(lines.get(0), lines.subList(1, lines.size()), analysis.getAction());
        return true;
    }

    private static boolean isNoDataSource(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Boot keeps the class to itself.
            if (cause.getClass().getSimpleName().equals(NO_DATASOURCE)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable FailureAnalysis analyze(Throwable failure) {
        ArgumentResolver arguments = ArgumentResolver.of(Environment.class, context.environment());
        AnnotationConfigApplicationContext opened = context.opened();
        if (opened != null) {
            arguments = arguments.and(BeanFactory.class, opened.getBeanFactory());
        }
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation(context.classLoader())
                .load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, cause) -> {}));
        for (FailureAnalyzer analyzer : analyzers) {
            FailureAnalysis analysis = analyzer.analyze(failure);
            if (analysis != null && !analysis.getDescription().isBlank()) {
                return analysis;
            }
        }
        return null;
    }
}
