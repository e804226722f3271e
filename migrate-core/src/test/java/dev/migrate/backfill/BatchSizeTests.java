package dev.migrate.backfill;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BatchSizeTests {

    private static final Duration TARGET = Duration.ofMillis(500);

    @Test
    void batchThatIsFarBelowItsTimeMakesTheNextOneBigger() {
        BatchSize size = size(0);

        size.took(1000, Duration.ofMillis(300));

        assertThat(size.rows()).isEqualTo(1500);
    }

    @Test
    void batchThatIsNearItsTimeChangesNothing() {
        BatchSize size = size(0);

        size.took(1000, Duration.ofMillis(400));
        size.took(1000, TARGET);

        assertThat(size.rows()).isEqualTo(1000);
    }

    @Test
    void batchThatTakesTooLongHalvesTheNextOne() {
        BatchSize size = size(0);

        size.took(1000, Duration.ofMillis(501));

        assertThat(size.rows()).isEqualTo(500);
    }

    @Test
    void lastBatchOfARangeSaysNothingAboutBiggerOnes() {
        BatchSize size = size(0);

        size.took(10, Duration.ofMillis(5));

        assertThat(size.rows()).isEqualTo(1000);
    }

    @Test
    void sizeStaysBetweenItsBounds() {
        BatchSize size = size(3000);
        size.took(3000, Duration.ofMillis(1));
        assertThat(size.rows()).isEqualTo(4000);

        for (int i = 0; i < 10; i++) {
            size.halve();
        }
        assertThat(size.rows()).isEqualTo(100);
    }

    @Test
    void rateHasTheRestAfterTheBatchInIt() {
        BatchSize size = size(0);

        size.took(1000, Duration.ofMillis(500));

        assertThat(size.rate()).isCloseTo(1000 / 0.55, within(0.1));
    }

    /** Begins with what other batches have come to. */
    private static BatchSize size(int known) {
        return new BatchSize(
                new BackfillSettings(TARGET, 100, 4000, 0.1, Duration.ofSeconds(2), 10, ThrottleSettings.defaults()),
                known);
    }
}
