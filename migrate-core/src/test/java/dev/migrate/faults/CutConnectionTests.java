package dev.migrate.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.error.MigrateException;
import dev.migrate.faults.CuttingProxy.Cut;
import dev.migrate.faults.CuttingProxy.How;
import dev.migrate.faults.CuttingProxy.Moment;
import dev.migrate.faults.CuttingProxy.Side;
import dev.migrate.revision.Target;
import dev.migrate.testing.Detour;

import static org.assertj.core.api.Assertions.assertThat;

/** The line to the server is cut at any message of a run. */
@SuppressWarnings("NullAway.Init")
class CutConnectionTests {

    private static final List<Moment> MOMENTS = List.of(Moment.values());

    @TempDir
    Path folder;

    private ProbedHistory history;

    private int fromClient;

    private int fromServer;

    @BeforeEach
    void undisturbedRun() throws IOException {
        // So many that the books are written by what the session has prepared.
        history = new ProbedHistory(folder, 10, ProbedHistory.Indexes.CONCURRENT);
        try (Workplace place = new Workplace(history);
                CuttingProxy proxy = proxy(place, null)) {
            place.clear();
            place.migrator(through(proxy, place, "")).upgrade(Target.heads());
            fromClient = proxy.messages(Side.CLIENT);
            fromServer = proxy.messages(Side.SERVER);
        }
        assertThat(fromClient).isGreaterThan(100);
        assertThat(fromServer).isGreaterThan(100);
    }

    @Test
    void everyMessageMayBeTheLast() throws Exception {
        List<How> hows = List.of(How.RESET, How.HALF_CLOSE);
        Cases.of((long) (fromClient + fromServer) * MOMENTS.size() * hows.size(), 100)
                .each(() -> new Workplace(history), (place, seed) -> {
                    How how = hows.get((int) (seed % hows.size()));
                    cut(place, cut(seed / hows.size(), how), "");
                });
    }

    @Test
    void lineThatSwallowsEverythingIsGivenUp() throws Exception {
        Cases.of((long) (fromClient + fromServer) * MOMENTS.size(), 6, 200)
                .each(
                        () -> new Workplace(history),
                        (place, seed) -> cut(place, cut(seed, How.BLACKHOLE), "&socketTimeout=1"));
    }

    private Cut cut(long number, How how) {
        Moment moment = MOMENTS.get((int) (number % MOMENTS.size()));
        int message = (int) (number / MOMENTS.size());
        return message < fromClient
                ? new Cut(Side.CLIENT, message, moment, how)
                : new Cut(Side.SERVER, message - fromClient, moment, how);
    }

    private static void cut(Workplace place, Cut cut, String options) throws IOException {
        place.clear();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        try (CuttingProxy proxy = proxy(place, cut)) {
            place.migrator(through(proxy, place, options)).upgrade(Target.heads());
        } catch (MigrateException e) {
            thrown.set(e);
        }
        try {
            place.assertConsistent();
            place.assertCompletes();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(cut + ", thrown " + thrown + ": " + e.getMessage(), e);
        }
    }

    private static CuttingProxy proxy(Workplace place, @Nullable Cut cut) throws IOException {
        URI server = Detour.server(place.database());
        return new CuttingProxy(server.getHost(), server.getPort(), cut);
    }

    private static DriverManagerDataSource through(CuttingProxy proxy, Workplace place, String options) {
        return Detour.through(proxy.port(), place.database(), options);
    }
}
