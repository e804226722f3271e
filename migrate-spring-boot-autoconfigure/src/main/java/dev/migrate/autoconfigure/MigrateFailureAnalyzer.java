package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.migrate.error.MigrateException;

/** Shows a failure at start-up as what happened and what to do, without a stack trace. */
final class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
        return new FailureAnalysis(FailureText.description(cause), cause.hint(), cause);
    }
}
