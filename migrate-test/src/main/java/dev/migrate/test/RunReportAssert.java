package dev.migrate.test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.assertj.core.api.AbstractAssert;

import dev.migrate.run.RunReport;
import dev.migrate.run.StepReport;

/** Assertions about what a run did. */
public final class RunReportAssert extends AbstractAssert<RunReportAssert, RunReport> {

    RunReportAssert(RunReport actual) {
        super(actual, RunReportAssert.class);
    }

    /** Verifies which revisions were upgraded or downgraded, in this order. */
    public RunReportAssert ran(String... revisions) {
        isNotNull();
        List<String> ids =
                actual.steps().stream().map(step -> step.step().revision().id()).toList();
        if (!ids.equals(List.of(revisions))) {
            throw failure("The run was expected to go through %s, but was:%n%s", List.of(revisions), steps());
        }
        return this;
    }

    /** Verifies that all steps together took no longer than a budget, measured where they ran. */
    public RunReportAssert tookAtMost(Duration budget) {
        isNotNull();
        Duration taken = actual.steps().stream().map(StepReport::duration).reduce(Duration.ZERO, Duration::plus);
        if (taken.compareTo(budget) > 0) {
            throw failure(
                    "The run took %s ms, where its budget is %s ms:%n%s", taken.toMillis(), budget.toMillis(), steps());
        }
        return this;
    }

    private String steps() {
        return actual.steps().isEmpty()
                ? "  nothing"
                : actual.steps().stream()
                        .map(step -> "  %s (%s) in %s ms"
                                .formatted(
                                        step.step().revision().id(),
                                        step.step().revision().message(),
                                        step.duration().toMillis()))
                        .collect(Collectors.joining("\n"));
    }
}
