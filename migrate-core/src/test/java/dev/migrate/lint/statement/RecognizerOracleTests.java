package dev.migrate.lint.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

import dev.migrate.lint.effect.StatementKinds;
import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what {@link Recognizer} sees against a whole parser of PostgreSQL, pgCodeKeeper's. */
class RecognizerOracleTests {

    private static final int MUTANTS = Integer.getInteger("migrate.lint.oracle", 300);

    private static final Map<String, String> KINDS = kinds();

    private final Recognizer recognizer = new Recognizer();

    @Test
    void everyStatementIsSeenAsTheOracleSeesIt() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String sql : corpus()) {
            String seen = oracle(sql);
            if (seen != null) {
                compared++;
                String own = own(sql);
                if (!own.equals(seen) && !own.equals("SetVariable")) {
                    wrong.add(sql + "\n   oracle " + seen + "\n   own    " + own);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void everythingThatIsWrittenRightIsRecognized() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/test/resources/lint/more.sql")))
                .filteredOn(line -> !line.startsWith("--"))
                .allSatisfy(line ->
                        assertThat(own(line.replaceFirst(";$", ""))).as(line).doesNotStartWith("Unrecognized"));
    }

    /** What is left of a statement without some of its tokens is either seen alike or not recognized. */
    @Test
    void mutantsAreSeenAlikeOrNotAtAll() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> corpus = corpus();
        for (int i = 0; i < MUTANTS; i++) {
            String sql = mutant(corpus.get(random.nextInt(corpus.size())), random);
            String own = own(sql);
            String seen = own.startsWith("Unrecognized") ? null : oracle(sql);
            if (seen != null && !own.equals("SetVariable")) {
                assertThat(own).as("seed %d: %s", seed, sql).isEqualTo(seen);
            }
        }
    }

    private static String mutant(String sql, Random random) {
        List<SqlToken> tokens = new ArrayList<>(SqlTokens.of(sql, 1, 1000).tokens());
        for (int i = 1 + random.nextInt(2); i > 0 && tokens.size() > 2; i--) {
            tokens.remove(1 + random.nextInt(tokens.size() - 1));
        }
        StringBuilder text = new StringBuilder();
        for (SqlToken token : tokens) {
            text.append(token.kind() == SqlToken.Kind.QUOTED ? '"' + token.text() + '"' : token.text())
                    .append(' ');
        }
        return text.toString().strip();
    }

    /** Returns kind, table and actions, or {@code null} if the oracle refuses the statement or sees what nobody asks for. */
    private static @Nullable String oracle(String sql) {
        SQLLexer lexer = new SQLLexer(CharStreams.fromString(sql));
        SQLParser parser = new SQLParser(new CommonTokenStream(lexer));
        int[] errors = {0};
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    org.antlr.v4.runtime.Recognizer<?, ?> source,
                    @Nullable Object symbol,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException e) {
                errors[0]++;
            }
        };
        for (org.antlr.v4.runtime.Recognizer<?, ?> one : List.of(lexer, (Parser) parser)) {
            one.removeErrorListeners();
            one.addErrorListener(listener);
        }
        ParserRuleContext tree = parser.sql();
        if (errors[0] > 0) {
            return null;
        }
        return describe(tree);
    }

    private static @Nullable String describe(ParserRuleContext tree) {
        ParseTree at = tree;
        while (at.getChildCount() > 0) {
            String kind = KINDS.get(at.getClass().getSimpleName());
            if (kind != null) {
                return at instanceof SQLParser.Alter_table_statementContext alter ? kind + actions(alter) : kind;
            }
            ParseTree next = null;
            for (int i = 0; i < at.getChildCount(); i++) {
                next = at.getChild(i) instanceof ParserRuleContext child ? child : next;
            }
            if (next == null) {
                return null;
            }
            at = next;
        }
        return null;
    }

    private static String actions(SQLParser.Alter_table_statementContext alter) {
        TreeSet<String> seen = new TreeSet<>();
        for (SQLParser.Table_actionContext action : alter.table_action()) {
            if (action.ADD() != null && action.table_column_definition() != null) {
                seen.add("add "
                        + name(action.table_column_definition().getChild(0).getText()));
            } else if (action.DROP() != null && action.column != null) {
                seen.add("drop " + name(action.column.getText()));
            } else if (action.tabl_constraint != null) {
                seen.add("constraint");
            }
        }
        String table = alter.schema_qualified_name() == null
                ? "?"
                : name(alter.schema_qualified_name().getText());
        return " " + table + " " + Math.max(alter.table_action().size(), 1) + " " + seen;
    }

    private static String name(String text) {
        return text.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private String own(String sql) {
        Ddl ddl = recognizer.recognize(sql, 1);
        if (!(ddl instanceof Ddl.AlterTable alter)) {
            return ddl instanceof Ddl.Unrecognized unrecognized
                    ? "Unrecognized " + unrecognized.why()
                    : ddl.getClass().getSimpleName();
        }
        TreeSet<String> seen = new TreeSet<>();
        for (TableAction action : alter.actions()) {
            if (action instanceof TableAction.AddColumn add) {
                seen.add("add " + add.column().name().toLowerCase(Locale.ROOT));
            } else if (action instanceof TableAction.DropColumn drop) {
                seen.add("drop " + drop.column().toLowerCase(Locale.ROOT));
            } else if (action instanceof TableAction.AddConstraint) {
                seen.add("constraint");
            }
        }
        return "AlterTable " + alter.table().toString().toLowerCase(Locale.ROOT) + " "
                + alter.actions().size() + " " + seen;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("Alter_table_statementContext", "AlterTable");
        kinds.put("Create_table_statementContext", "CreateTable");
        kinds.put("Create_table_as_statementContext", "CreateTable");
        kinds.put("Create_index_statementContext", "CreateIndex");
        kinds.put("Create_view_statementContext", "CreateView");
        kinds.put("Create_trigger_statementContext", "CreateOnTable");
        kinds.put("Create_policy_statementContext", "CreateOnTable");
        kinds.put("Create_statistics_statementContext", "CreateOnTable");
        kinds.put("Create_type_statementContext", "CreateType");
        kinds.put("Create_domain_statementContext", "CreateDomain");
        kinds.put("Create_function_statementContext", "CreateRoutine");
        kinds.put("Create_publication_statementContext", "CreatePublication");
        kinds.put("Alter_type_statementContext", "AlterType");
        kinds.put("Alter_domain_statementContext", "AlterDomain");
        kinds.put("Alter_index_statementContext", "AlterIndex");
        kinds.put("Drop_trigger_statementContext", "Drop");
        kinds.put("Drop_policy_statementContext", "Drop");
        kinds.put("Drop_rule_statementContext", "Drop");
        kinds.put("Drop_function_statementContext", "Drop");
        kinds.put("Lock_tableContext", "Maintenance");
        kinds.put("Truncate_stmtContext", "Maintenance");
        kinds.put("Cluster_stmtContext", "Maintenance");
        kinds.put("Comment_on_statementContext", "Comment");
        kinds.put("Refresh_matview_statementContext", "RefreshView");
        kinds.put("Data_statementContext", "Rows");
        return kinds;
    }

    private static List<String> corpus() {
        List<String> corpus = new ArrayList<>(StatementKinds.world());
        StatementKinds.all().forEach(kind -> corpus.add(kind.sql()));
        try {
            Path folder = Path.of("src/test/resources/lint");
            Files.readAllLines(folder.resolve("more.sql")).stream()
                    .filter(line -> !line.startsWith("--"))
                    .forEach(line -> corpus.add(line.replaceFirst(";$", "")));
            Files.readAllLines(folder.resolve("rules.txt")).stream()
                    .filter(line -> line.startsWith("bad") || line.startsWith("good"))
                    .map(line -> line.substring(line.indexOf(": ") + 2))
                    .filter(line -> !line.contains("$$"))
                    .forEach(line -> corpus.addAll(List.of(line.split(";\\s*"))));
        } catch (IOException e) {
            throw new AssertionError("The tests run in the folder of the module", e);
        }
        return corpus;
    }
}
