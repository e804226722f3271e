package dev.migrate.revision;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowingConsumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What tests expect of a {@link RevisionException}. */
final class Failures {

    private Failures() {}

    static AbstractThrowableAssert<?, RevisionException> assertFailure(ThrowingCallable call) {
        return assertThatThrownBy(call).asInstanceOf(InstanceOfAssertFactories.throwable(RevisionException.class));
    }

    static ThrowingConsumer<RevisionException> hint(String expected) {
        return failure -> assertThat(failure.hint()).isEqualTo(expected);
    }

    static ThrowingConsumer<RevisionException> kind(RevisionException.Kind expected) {
        return failure -> assertThat(failure.kind()).isEqualTo(expected);
    }
}
