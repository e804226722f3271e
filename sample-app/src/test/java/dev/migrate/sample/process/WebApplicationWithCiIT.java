package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.migrate.sample.Follows;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflow of a web application with CI. */
@Follows("docs/how-to/web-application-with-ci.md")
class WebApplicationWithCiIT extends FollowedPage {

    private static final String JOB = "docs/how-to/web-application-with-ci.yml";

    WebApplicationWithCiIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void changesGoUpAndDownAndUpAgainAndBackInAnEmergency() throws Exception {
        walk.section("The word `db`");
        database.execute("INSERT INTO customers (email, signed_up) VALUES ('iso', '2026-01-28T15:30:00+01:00'),"
                + " ('log', '28/Jan/2026:14:30:01 +0000'), ('odd', 'last week'), ('none', NULL)");
        walk.section("A hotfix that is stamped");
        walk.section("A column with a data migration");
        assertThat(database.query(
                        "SELECT email || coalesce(to_char(signed_up_at AT TIME ZONE 'UTC', ' HH24:MI:SS'), '')"
                                + " FROM customers ORDER BY id"))
                .containsExactly("iso 14:30:00", "log 14:30:01", "odd", "none");

        stepsOfTheJobOnAnEmptyDatabase();
        walk.rest();
        assertThat(database.query("SELECT count(*)::text FROM customers WHERE signed_up_at IS NOT NULL"))
                .containsExactly("2");
    }

    private void stepsOfTheJobOnAnEmptyDatabase() throws Exception {
        SampleDatabase empty = SampleDatabase.create();
        processes.with("SPRING_DATASOURCE_URL", empty.url());
        StringBuilder blocks = new StringBuilder();
        for (String step : steps()) {
            blocks.append(step.isEmpty() ? "" : "```sh\n" + step.strip() + "\n```\n");
        }
        Page page = new Page(Path.of(""), JOB, blocks.toString());
        assertThat(page.blocks()).hasSize(4);
        new Walkthrough(page, project, processes).rest();
        assertThat(empty.history("applied")).hasSize(8);
        assertThat(empty.history("reverted")).hasSize(4);
        processes.with("SPRING_DATASOURCE_URL", database.url());
    }

    private static List<String> steps() throws IOException {
        String text = Files.readString(Page.read("README.md").repository().resolve(JOB));
        JsonNode job = JsonMapper.shared().valueToTree(new Yaml().load(text));
        List<String> steps = new ArrayList<>();
        job.at("/jobs/up-down-up/steps")
                .forEach(step -> steps.add(step.path("run").asString("")));
        return steps;
    }
}
