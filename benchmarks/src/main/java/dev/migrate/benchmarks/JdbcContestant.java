package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The least that any tool must do: reads all files, asks once where the database stands, and sends one statement a round trip.
 * It has no lock, so several processes at once are beyond it.
 */
final class JdbcContestant implements Contestant {

    @Override
    public void write(Path folder, int revisions) throws IOException {
        Scripts.write(folder, revisions);
    }

    @Override
    public boolean does(Kind kind) {
        return kind != Kind.TOGETHER;
    }

    @Override
    public int call(Call call) throws IOException, SQLException {
        Kind kind = call.work().kind();
        List<JdbcScript> scripts = JdbcScript.readAll(call.folder());
        try (Connection connection = call.database().getConnection();
                JdbcBooks books = JdbcBooks.open(connection)) {
            int applied = position(scripts, books.head()) + 1;
            if (kind == Kind.LIST) {
                return books.list(scripts).size();
            }
            if (kind == Kind.ROLL_BACK) {
                connection.setAutoCommit(false);
                for (int i = applied - 1; i >= applied - call.work().count(); i--) {
                    books.revert(scripts.get(i), i == 0 ? null : scripts.get(i - 1));
                    connection.commit();
                }
                return 0;
            }
            upgrade(connection, books, scripts, new Pending(applied, kind != Kind.ONE_TRANSACTION));
            return 0;
        }
    }

    private static void upgrade(Connection connection, JdbcBooks books, List<JdbcScript> scripts, Pending pending)
            throws SQLException {
        if (pending.first() == scripts.size()) {
            return;
        }
        connection.setAutoCommit(false);
        books.create();
        connection.commit();
        for (int i = pending.first(); i < scripts.size(); i++) {
            books.apply(scripts.get(i), i == 0 ? null : scripts.get(i - 1));
            if (pending.commitEach()) {
                connection.commit();
            }
        }
        connection.commit();
    }

    private static int position(List<JdbcScript> scripts, String head) {
        for (int i = scripts.size() - 1; i >= 0; i--) {
            if (scripts.get(i).id().equals(head)) {
                return i;
            }
        }
        return -1;
    }

    private record Pending(int first, boolean commitEach) {}
}
