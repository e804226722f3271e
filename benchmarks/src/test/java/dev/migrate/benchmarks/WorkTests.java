package dev.migrate.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkTests {

    @Test
    void whatAWorkPrintsIsReadAgain() {
        assertThat(Work.ALL)
                .allSatisfy(work -> assertThat(Work.parse(work.toString())).isEqualTo(work));
    }

    @Test
    void unknownWordsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Work.parse("fly-10"))
                .withMessageContaining("'fly-10' is none of [apply, pending, single, rollback, list, together]");
        assertThatIllegalArgumentException().isThrownBy(() -> Work.parse("apply"));
    }

    @Test
    void aRollBackTakesTheNewestTenth() {
        Work work = new Work(Kind.ROLL_BACK, 100);

        assertThat(work.before()).isEqualTo(1_000);
        assertThat(work.after()).isEqualTo(900);
    }
}
