package dev.migrate.lint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.lint.LintMode;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.LintSettings;
import dev.migrate.lint.LintedTexts;
import dev.migrate.script.ScriptDirectory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class LintRulesTests {

    private static final Pattern CASE = Pattern.compile("(bad|good)((?: [a-z]+=[\\w.]+)*): (.*)");

    private final Path folder;

    LintRulesTests(@TempDir Path folder) {
        this.folder = folder;
    }

    record Sample(String rule, boolean bad, Map<String, String> options, String sql) {}

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        String rule = "";
        for (String line : read().lines().toList()) {
            Matcher matcher = CASE.matcher(line);
            if (line.startsWith(">> ")) {
                rule = line.substring(3);
            } else if (matcher.matches()) {
                Map<String, String> options = Pattern.compile(" ")
                        .splitAsStream(matcher.group(2).strip())
                        .filter(option -> !option.isEmpty())
                        .collect(Collectors.toMap(
                                option -> option.substring(0, option.indexOf('=')),
                                option -> option.substring(option.indexOf('=') + 1)));
                samples.add(new Sample(rule, matcher.group(1).equals("bad"), options, matcher.group(3)));
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRuleFindsWhatIsBadAndNothingElse(Sample sample) {
        Map<String, String> options = sample.options();
        String header = options.containsKey("labels") ? "-- labels: " + options.get("labels") + "\n" : "";
        String transaction = options.containsKey("transaction") ? " transaction=false" : "";
        ScriptDirectory scripts =
                LintedTexts.directory(folder, header, "-- migrate:upgrade" + transaction + "\n" + sample.sql() + "\n");
        ServerFacts server = new ServerFacts(
                Integer.parseInt(options.getOrDefault("version", "18")),
                Integer.parseInt(options.getOrDefault("minor", "-1")),
                null);
        LintReport report = LintedTexts.lint(scripts, everything(), server);
        assertThat(report.findings())
                .as(sample.toString())
                .extracting(Finding::rule)
                .satisfies(rules -> assertThat(rules.contains(sample.rule())).isEqualTo(sample.bad()));
        assertThat(report.findings()).allSatisfy(LintRulesTests::isWellSaid);
    }

    private static LintSettings everything() {
        Set<String> all =
                LintRules.builtIn().stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
        return new LintSettings(LintMode.OFF, all, Set.of(), new Thresholds(1_000, 10_000, 5), null);
    }

    private static void isWellSaid(Finding finding) {
        assertThat(finding.message()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(finding.rewrite())
                .allSatisfy(line -> assertThat(line).isNotBlank().doesNotEndWith(";"));
        assertThat(finding.place().line()).isPositive();
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAndASample() {
        List<String> ids =
                LintRules.builtIn().stream().map(rule -> rule.info().id()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z0-9-]+"));
        Set<String> sampled = read().lines()
                .filter(line -> line.startsWith(">> "))
                .map(line -> line.substring(3))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sampled).isEqualTo(new TreeSet<>(ids));
    }

    private static String read() {
        try (InputStream stream = requireNonNull(LintRulesTests.class.getResourceAsStream("/lint/rules.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
