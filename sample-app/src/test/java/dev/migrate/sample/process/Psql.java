package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Runs a printed script as {@code psql} does: with the real one, and in any case over JDBC, cut up by the driver. */
sealed interface Psql {

    /** Tells whether the whole script went through. */
    boolean run(SampleDatabase database, Path script) throws Exception;

    /** Returns those that this machine has. */
    static Stream<Psql> all() {
        boolean installed = Program.isInstalled("psql");
        return installed ? Stream.of(new OverJdbc(), new Installed()) : Stream.of(new OverJdbc());
    }

    /** Returns the real one if it is there. */
    static Psql best() {
        return all().reduce((first, second) -> second).orElseThrow();
    }

    /** The program. */
    record Installed() implements Psql {

        @Override
        public boolean run(SampleDatabase database, Path script) throws IOException, InterruptedException {
            String url = database.url().substring("jdbc:".length());
            Process process = new ProcessBuilder(
                            "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), url)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        }
    }

    /** One connection in autocommit mode, one message for each statement. */
    record OverJdbc() implements Psql {

        @Override
        public boolean run(SampleDatabase database, Path script) throws IOException, SQLException {
            String sql = Files.readString(script).replaceFirst("^\\\\set ON_ERROR_STOP on\n", "");
            List<NativeQuery> statements = Parser.parseJdbcSql(sql, true, false, true, false, false);
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (NativeQuery query : statements) {
                    statement.execute(query.nativeSql);
                }
                return true;
            } catch (SQLException refused) {
                return false;
            }
        }
    }
}
