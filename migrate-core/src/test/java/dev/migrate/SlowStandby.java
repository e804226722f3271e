package dev.migrate;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Receives the write-ahead log as a standby does, and says half a second late that it has replayed it, until it may catch up. */
final class SlowStandby implements AutoCloseable {

    private static final long LATE_MILLIS = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;

    private final PGReplicationStream stream;

    private final JdbcTemplate primary;

    private final CountDownLatch mayCatchUp = new CountDownLatch(1);

    private final Thread thread = new Thread(this::replay, "standby");

    private volatile boolean over;

    private SlowStandby(Connection connection, PGReplicationStream stream, JdbcTemplate primary) {
        this.connection = connection;
        this.stream = stream;
        this.primary = primary;
    }

    static SlowStandby of(String url) throws SQLException {
        JdbcTemplate primary = new JdbcTemplate(new DriverManagerDataSource(url));
        Properties properties = new Properties();
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "14");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        Connection connection = DriverManager.getConnection(url, properties);
        // From what is written and not flushed yet no standby may start.
        String position = primary.queryForObject("SELECT pg_current_wal_flush_lsn()::text", String.class);
        PGReplicationStream stream = connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(LogSequenceNumber.valueOf(String.valueOf(position)))
                .start();
        SlowStandby standby = new SlowStandby(connection, stream, primary);
        standby.thread.setDaemon(true);
        standby.thread.start();
        return standby;
    }

    /** Waits until the primary knows how late this standby is, unless it has caught up. */
    void awaitLag() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (mayCatchUp.getCount() > 0
                && primary.queryForList("SELECT 1 FROM pg_stat_replication WHERE replay_lag > interval '0.4 s'")
                        .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The primary does not see that its standby is late: "
                        + primary.queryForList("SELECT * FROM pg_stat_replication"));
            }
            Thread.onSpinWait();
        }
    }

    void catchUp() {
        mayCatchUp.countDown();
    }

    private void replay() {
        try {
            while (!over) {
                ByteBuffer received = stream.readPending();
                if (received == null) {
                    Thread.sleep(10);
                } else if (mayCatchUp.getCount() > 0) {
                    Thread.sleep(LATE_MILLIS);
                }
                stream.setFlushedLSN(stream.getLastReceiveLSN());
                stream.setAppliedLSN(stream.getLastReceiveLSN());
                stream.forceUpdateStatus();
            }
        } catch (SQLException e) {
            if (!over) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        over = true;
        thread.join();
        connection.close();
    }
}
