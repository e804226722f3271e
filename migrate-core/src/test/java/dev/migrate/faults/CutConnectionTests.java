package dev.migrate.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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

import static org.assertj.core.api.Assertions.assertThat;

/** The line to the server is cut at any message of a run. */
@SuppressWarnings("NullAway.Init")
class CutConnectionTests {

    private static final List<Moment> MOMENTS = List.of(Moment.values());

    @TempDir
    Path folder;

    private Workplace place;

    private int fromClient;

    private int fromServer;

    @BeforeEach
    void undisturbedRun() throws IOException {
        place = new Workplace(new ProbedHistory(folder, 5, ProbedHistory.Indexes.CONCURRENT));
        place.clear();
        try (CuttingProxy proxy = proxy(null)) {
            place.migrator(through(proxy, "")).upgrade(Target.heads());
            fromClient = proxy.messages(Side.CLIENT);
            fromServer = proxy.messages(Side.SERVER);
        }
        assertThat(fromClient).isGreaterThan(100);
        assertThat(fromServer).isGreaterThan(100);
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void everyMessageMayBeTheLast() {
        List<How> hows = List.of(How.RESET, How.HALF_CLOSE);
        Cases.of((long) (fromClient + fromServer) * MOMENTS.size() * hows.size(), 100)
                .each(seed -> {
                    How how = hows.get((int) (seed % hows.size()));
                    cut(cut(seed / hows.size(), how), "");
                });
    }

    @Test
    void lineThatSwallowsEverythingIsGivenUp() {
        Cases.of((long) (fromClient + fromServer) * MOMENTS.size(), 6, 200)
                .each(seed -> cut(cut(seed, How.BLACKHOLE), "&socketTimeout=1"));
    }

    private Cut cut(long number, How how) {
        Moment moment = MOMENTS.get((int) (number % MOMENTS.size()));
        int message = (int) (number / MOMENTS.size());
        return message < fromClient
                ? new Cut(Side.CLIENT, message, moment, how)
                : new Cut(Side.SERVER, message - fromClient, moment, how);
    }

    private void cut(Cut cut, String options) throws IOException {
        place.clear();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        try (CuttingProxy proxy = proxy(cut)) {
            place.migrator(through(proxy, options)).upgrade(Target.heads());
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

    private CuttingProxy proxy(@Nullable Cut cut) throws IOException {
        URI server = server();
        return new CuttingProxy(server.getHost(), server.getPort(), cut);
    }

    private DriverManagerDataSource through(CuttingProxy proxy, String options) {
        URI server = server();
        String query = server.getQuery() == null ? "" : server.getQuery() + "&";
        return new DriverManagerDataSource("jdbc:postgresql://localhost:" + proxy.port() + server.getPath() + "?"
                + query + "sslmode=disable&gssEncMode=disable" + options);
    }

    private URI server() {
        return URI.create(String.valueOf(place.database().getUrl()).substring("jdbc:".length()));
    }
}
