package dev.migrate.backfill;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.error.MigrateException;

/** The rows from one key to another, both included, and the connection to process them on. */
public final class Batch {

    private final Connection connection;

    private final JdbcClient jdbc;

    private final BackfillKey key;

    private final Page page;

    Batch(Connection connection, JdbcClient jdbc, BackfillKey key, Page page) {
        this.connection = connection;
        this.jdbc = jdbc;
        this.key = key;
        this.page = page;
    }

    /** Returns Spring's client on the run's own connection. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Returns a statement in which {@code :from} and {@code :to} stand for the first and the last key; of a key of several columns,
     * {@code :from_COLUMN} and {@code :to_COLUMN} stand for each.
     */
    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql).params(bounds());
    }

    /** Returns what {@link #sql} binds: whole numbers as {@link Long}, others as {@link java.math.BigDecimal}, uuids, and texts. */
    public Map<String, Object> bounds() {
        Map<String, Object> bounds = new LinkedHashMap<>();
        List<Object> from = key.values(page.first());
        List<Object> to = key.values(page.last());
        for (int i = 0; i < from.size(); i++) {
            String column = key.columns().get(i).name();
            bounds.put("from_" + column, from.get(i));
            bounds.put("to_" + column, to.get(i));
        }
        if (from.size() == 1) {
            bounds.put("from", from.get(0));
            bounds.put("to", to.get(0));
        }
        return bounds;
    }

    /** Returns how many rows were counted; others may have been inserted among them or deleted since. */
    public long rows() {
        return page.rows();
    }

    /**
     * Reads the keys of the rows, in order.
     *
     * @param type what a column of this kind can be read as
     * @throws MigrateException if the key has several columns; {@link #keyRows()} reads those
     */
    public <T> List<T> keys(Class<T> type) {
        if (key.columns().size() > 1) {
            throw new MigrateException(
                    "The key of " + key.table() + " has several columns", "Read it with keyRows() instead of keys(…).");
        }
        return select().query(type).list();
    }

    /** Reads the keys of the rows, in order, each as the values of its columns. */
    public List<List<Object>> keyRows() {
        return select().query((row, number) -> {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= key.columns().size(); i++) {
                        values.add(row.getObject(i));
                    }
                    return values;
                })
                .list();
    }

    private JdbcClient.StatementSpec select() {
        List<Object> values = new ArrayList<>(key.values(page.first()));
        values.addAll(key.values(page.last()));
        return jdbc.sql(key.selectBetween()).params(values);
    }

    /** Returns a place for a value of a column of the key, counted from 0. */
    String parameter(int column) {
        return BackfillKey.parameter(key.columns().get(column));
    }

    Connection connection() {
        return connection;
    }

    /** Returns the first key, as text. */
    List<String> first() {
        return page.first();
    }

    /** Returns the last key, as text. */
    List<String> last() {
        return page.last();
    }
}
