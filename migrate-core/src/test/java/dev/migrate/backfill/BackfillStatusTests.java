package dev.migrate.backfill;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackfillStatusTests {

    @Test
    void shareAndRestFollowFromRowsAndRate() {
        BackfillStatus status = status(BackfillState.RUNNING, 250, 1000, 50);

        assertThat(status.percent()).isEqualTo(25);
        assertThat(status.remaining()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void nothingIsWholeBeforeItHasFinished() {
        assertThat(status(BackfillState.RUNNING, 1200, 1000, 50).percent()).isEqualTo(99);
        assertThat(status(BackfillState.RUNNING, 1200, 1000, 50).remaining()).isNull();
        assertThat(status(BackfillState.RUNNING, 10, 0, 50).percent()).isZero();
        assertThat(status(BackfillState.FINISHED, 900, 1000, 50).percent()).isEqualTo(100);
    }

    @Test
    void nobodyKnowsHowLongTheRestTakesWhileNobodyWorks() {
        assertThat(status(BackfillState.PAUSED, 250, 1000, 50).remaining()).isNull();
        assertThat(status(BackfillState.RUNNING, 250, 1000, 0).remaining()).isNull();
    }

    private static BackfillStatus status(BackfillState state, long rows, long estimate, double rate) {
        return new BackfillStatus(
                "count",
                "item",
                "",
                state,
                new BackfillStatus.Progress(rows, estimate, 1, 0, 100, rate, 1),
                null,
                null,
                null,
                null,
                null);
    }
}
