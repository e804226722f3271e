package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryGraphTests {

    private final CommandLineApplication application;

    HistoryGraphTests(@TempDir Path folder) {
        application = Scripts.twoIn(folder)
                .write("cccc33333333.sql", """
                        -- revision: cccc33333333
                        -- revises: aaaa11111111
                        -- depends-on: other
                        -- message: Create "plants" <of all kinds>

                        -- migrate:upgrade
                        """)
                .add("dddd44444444", "bbbb22222222, cccc33333333", "Join", "")
                .write("eeee55555555.sql", """
                        -- revision: eeee55555555
                        -- message: Other things
                        -- labels: other

                        -- migrate:upgrade
                        """)
                .application();
    }

    @Test
    void graphIsTheOneOfTheReference() throws IOException {
        Outcome outcome = application.migrate("history", "--graph");

        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(Path.of("../docs/reference/commands.md")))
                .contains("```\n" + outcome.out() + "```\n");
    }

    @Test
    void everythingAboutARevisionStandsBesideIt() {
        assertThat(application
                        .migrate("history", "--graph", "-v", "-r", "aaaa:bbbb")
                        .out())
                .startsWith("* Rev: bbbb22222222\n| Parent: aaaa11111111\n| Path: ")
                .contains("\n|\n|     Create pets\n|\n* Rev: aaaa11111111 (branchpoint)\n  Parent: <base>\n");
    }

    @Test
    void edgesThatLeaveTheRangeAreNotDrawn() {
        assertThat(application.migrate("history", "--graph", "-r", "bbbb:bbbb").out())
                .isEqualTo("* bbbb22222222, Create pets\n");
        assertThat(application
                        .migrate("history", "--mermaid", "-r", "bbbb:bbbb")
                        .out())
                .isEqualTo("flowchart TD\n    r_bbbb22222222[\"bbbb22222222<br/>Create pets\"]\n");
    }

    @Test
    void mermaidHasEveryRevisionAndEveryEdge() {
        assertThat(application.migrate("history", "--mermaid").out().lines())
                .startsWith("flowchart TD", "    r_dddd44444444[\"dddd44444444 (head)<br/>Join\"]")
                .contains(
                        "    r_cccc33333333[\"cccc33333333<br/>Create #34;plants#34; #60;of all kinds#62;\"]",
                        "    r_eeee55555555[\"eeee55555555 (other) (effective head)<br/>Other things\"]",
                        "    r_dddd44444444 --> r_bbbb22222222",
                        "    r_dddd44444444 --> r_cccc33333333",
                        "    r_cccc33333333 --> r_aaaa11111111",
                        "    r_cccc33333333 -.-> r_eeee55555555",
                        "    r_bbbb22222222 --> r_aaaa11111111")
                .hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({"--graph, --json", "--mermaid, --json", "--mermaid, --graph", "--mermaid, -v"})
    void onlyOneFormIsPrinted(String one, String other) {
        Outcome outcome = application.migrate("history", one, other);

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).startsWith("FAILED: " + one + " cannot be used with ");
        assertThat(outcome.out()).isEmpty();
    }
}
