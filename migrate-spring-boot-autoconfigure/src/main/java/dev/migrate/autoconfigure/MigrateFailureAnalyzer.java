package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

import dev.migrate.error.MigrateException;

/** Shows a failure at start-up as what happened and what to do, without a stack trace. */
final class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

    private final CommandWord word;

    MigrateFailureAnalyzer(Environment environment) {
        this.word = CommandWord.of(environment);
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
        String hint = cause.hint();
        return new FailureAnalysis(FailureText.description(cause, word), hint == null ? null : word.in(hint), cause);
    }
}
