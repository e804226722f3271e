package dev.migrate.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about how the database answers a query. It is planned and not run, with sequential scans switched off: a test has few
 * rows, for which no plan would use an index. A failure shows the plan.
 */
public final class QueryAssert extends AbstractAssert<QueryAssert, String> {

    private static final Pattern INDEX =
            Pattern.compile("(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (\\S+)");

    private static final Pattern INDEX_ONLY = Pattern.compile("Index Only Scan(?: Backward)? using (\\S+)");

    private final DataSource database;

    private final List<@Nullable Object> parameters;

    QueryAssert(DataSource database, String sql, @Nullable Object[] parameters) {
        super(sql, QueryAssert.class);
        this.database = database;
        this.parameters = Arrays.asList(parameters);
    }

    /** Verifies that an index can answer the query. Where several could, insert rows that tell them apart. */
    public QueryAssert usesIndex(String index) {
        List<String> plan = plan("enable_seqscan");
        if (!uses(plan, INDEX, index)) {
            throw failure("The query does not use the index %s:%n  %s%nIts plan:%n%s", index, actual, lines(plan));
        }
        return this;
    }

    /** Verifies that an index alone can answer the query, without a look at the table, because it covers all columns. */
    public QueryAssert usesIndexOnly(String index) {
        List<String> plan = plan("enable_seqscan", "enable_bitmapscan");
        if (!uses(plan, INDEX_ONLY, index)) {
            throw failure(
                    "The query does not use the index %s alone:%n  %s%nIts plan:%n%s", index, actual, lines(plan));
        }
        return this;
    }

    private static boolean uses(List<String> plan, Pattern node, String index) {
        return plan.stream()
                .flatMap(line -> node.matcher(line).results())
                .anyMatch(found -> found.group(1).replace("\"", "").equals(index));
    }

    private static String lines(List<String> plan) {
        return plan.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    private List<String> plan(String... switchedOff) {
        isNotNull();
        try (Connection connection = database.getConnection();
                Statement settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String setting : switchedOff) {
                settings.execute("SET LOCAL " + setting + " = off");
            }
            try {
                return explained(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failure("The query cannot be planned: %s%n  %s", e.getMessage(), actual);
        }
    }

    private List<String> explained(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN (COSTS OFF) " + actual)) {
            TableRows.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
                return lines;
            }
        }
    }
}
