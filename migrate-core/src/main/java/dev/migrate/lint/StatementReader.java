package dev.migrate.lint;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.lint.effect.Effects;
import dev.migrate.lint.effect.Situation;
import dev.migrate.lint.effect.World;
import dev.migrate.lint.rule.LintedStatement;
import dev.migrate.lint.rule.LintedStatement.Source;
import dev.migrate.lint.rule.LintedStatement.Surroundings;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.lint.rule.Thresholds;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Recognizer;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.Section;

/** Takes upgrades apart into statements, whatever they are written in, and follows what they leave behind. */
final class StatementReader {

    private final Recognizer recognizer = new Recognizer();

    private final World world;

    private final ServerFacts server;

    private final Thresholds thresholds;

    private final Dialect dialect;

    StatementReader(World world, ServerFacts server, Thresholds thresholds) {
        this.world = world;
        this.server = server;
        this.thresholds = thresholds;
        this.dialect = Objects.requireNonNull(new Dialects(List.of()).ofUrl("jdbc:postgresql:"))
                .ofVersion(server.major(), Math.max(server.minor(), 0));
    }

    /**
     * Reads the upgrade of a revision.
     *
     * @param reader given each statement while what it meets is as it will be
     */
    List<LintedStatement> read(RevisionScript script, Consumer<LintedStatement> reader) {
        Section section = script.upgrade();
        List<LintedStatement> statements = new ArrayList<>();
        List<LintedStatement> changes = new ArrayList<>();
        boolean contract = LintedStatement.isContract(script.revision().labels());
        for (int i = 0; i < section.operations().size(); i++) {
            for (Spelled spelled : spell(section.operations().get(i), i)) {
                Surroundings surroundings = new Surroundings(
                        contract, section.transactional(), new Earlier(changes, changes.size()), server, thresholds);
                LintedStatement statement = statement(spelled, surroundings);
                reader.accept(statement);
                statements.add(statement);
                if (!isOfRows(spelled.ddl)) {
                    changes.add(statement);
                }
                world.apply(spelled.ddl);
            }
        }
        return statements;
    }

    private static boolean isOfRows(Ddl ddl) {
        return ddl instanceof Ddl.Rows || ddl instanceof Ddl.Harmless;
    }

    private LintedStatement statement(Spelled spelled, Surroundings surroundings) {
        Situation situation = new Situation(world, server.major(), surroundings.transaction());
        return new LintedStatement(
                spelled.source, spelled.ddl, Effects.of(spelled.ddl, situation), world, surroundings);
    }

    private List<Spelled> spell(Operation operation, int index) {
        if (operation instanceof ExecuteSql execute) {
            return List.of(spelled(execute.sql(), index, execute.line()));
        }
        List<Spelled> spelled = new ArrayList<>();
        try {
            // How an object is replaced is seen only on sight; what it is afterwards is known.
            Operation known = operation instanceof ReplaceObject replace ? new CreateObject(replace.to()) : operation;
            for (Wording wording : dialect.spell(List.of(known))) {
                add(wording, index, spelled);
            }
        } catch (RuntimeException e) {
            // An operation of the application's own may fail in any way; the run will say how.
            return List.of(new Spelled(
                    new Source("", index, 0), new Ddl.Unrecognized("it cannot be written as SQL: " + e.getMessage())));
        }
        return spelled;
    }

    private void add(Wording wording, int index, List<Spelled> spelled) {
        if (wording instanceof Wording.Statements statements) {
            statements.sql().forEach(sql -> spelled.add(spelled(sql, index, 0)));
        } else if (wording instanceof Wording.OnSight sight && !sight.usual().isEmpty()) {
            sight.usual().forEach(sql -> spelled.add(spelled(sql, index, 0)));
        } else {
            spelled.add(new Spelled(new Source("", index, 0), new Ddl.Opaque()));
        }
    }

    private Spelled spelled(String sql, int index, int line) {
        return new Spelled(new Source(sql, index, line), recognizer.recognize(sql, Math.max(line, 1)));
    }

    private record Spelled(Source source, Ddl ddl) {}

    /** The beginning of a list that grows. */
    private static final class Earlier extends AbstractList<LintedStatement> {

        private final List<LintedStatement> all;

        private final int size;

        Earlier(List<LintedStatement> all, int size) {
            this.all = all;
            this.size = size;
        }

        @Override
        public LintedStatement get(int index) {
            return all.get(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
