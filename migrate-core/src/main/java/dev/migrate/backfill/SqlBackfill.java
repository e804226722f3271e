package dev.migrate.backfill;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.UncategorizedSQLException;

import dev.migrate.script.BackfillScript;

/** Runs the statement of a file for every batch. */
final class SqlBackfill implements JavaBackfill {

    private final BackfillScript script;

    SqlBackfill(BackfillScript script) {
        this.script = script;
    }

    @Override
    public void process(Batch batch) {
        StringBuilder sql = new StringBuilder();
        List<String> values = new ArrayList<>();
        for (BackfillScript.Piece piece : script.statement()) {
            sql.append(piece.text());
            BackfillScript.Bound bound = piece.bound();
            if (bound != null) {
                sql.append(batch.parameter(bound.column()));
                values.add((bound.end() == BackfillScript.End.FROM ? batch.first() : batch.last()).get(bound.column()));
            }
        }
        try (PreparedStatement statement = batch.connection().prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                BackfillKey.set(statement, i + 1, values.get(i));
            }
            statement.execute();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("backfill " + script.name(), sql.toString(), e);
        }
    }
}
