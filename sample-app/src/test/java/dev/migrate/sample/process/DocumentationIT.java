package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import dev.migrate.sample.Follows;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page: its blocks are run or say why not, its links lead somewhere, its commands exist. */
class DocumentationIT {

    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*```");
    private static final Pattern WORD = Pattern.compile("^migrate ([a-z-]+)");
    private static final Pattern PROPERTY = Pattern.compile("`(migrate(?:\\.[a-z][a-z0-9-]*)+)(?:=[^`]*)?`");
    private static final Pattern OPTION = Pattern.compile("(?<=[ `])(--?[a-z][a-z-]*)");

    private final Path repository = Page.read("README.md").repository();

    DocumentationIT() throws IOException {}

    @Test
    void everyBlockIsRunOrSaysWhyNot() throws Exception {
        Set<String> followed = followed();
        List<String> problems = new ArrayList<>();
        for (Page page : guides()) {
            for (Page.Block block : page.blocks()) {
                if (block.notRun() == null && !followed.contains(page.path())) {
                    problems.add(page.path() + ", under '" + block.section() + "', " + block.language() + ": "
                            + block.content().lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(problems)
                .as("Blocks that no test runs: name the page in @Follows of the test that does, or say why none can,"
                        + " as CONTRIBUTING.md shows")
                .isEmpty();
    }

    @Test
    void everyBlockIsSeen() throws Exception {
        for (Page page : guides()) {
            assertThat(FENCE.matcher(page.text()).results().count())
                    .as("fences of %s: they begin a line, and name a language", page.path())
                    .isEqualTo(2L * page.blocks().size());
            assertThat(page.blocks()).allSatisfy(block -> assertThat(block.language())
                    .as("language of the block under %s in %s", block.above(), page.path())
                    .isNotEmpty());
        }
    }

    @Test
    void followedPagesAreThere() throws Exception {
        assertThat(followed()).isNotEmpty().allSatisfy(page -> assertThat(repository.resolve(page))
                .exists());
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Page page : pages("", "docs")) {
            assertThat(page.links()).as(page.path()).allSatisfy(link -> assertThat(link)
                    .exists());
        }
    }

    @Test
    void commandsAndOptionsInTheTextExist() throws IOException {
        String reference = Page.read("docs/reference/commands.md").text();
        Set<String> commands = found(Pattern.compile("(?m)^### `([a-z-]+)`$"), reference);
        Set<String> options = found(OPTION, reference);
        List<Page> all = new ArrayList<>(guides());
        all.addAll(pages("docs/reference", "docs/explanation"));
        for (Page page : all) {
            for (String quoted : page.inline("")) {
                String typed = quoted.replaceFirst("^.*?(?=\\bmigrate )", "").replaceAll("[|;)].*", "");
                if (typed.startsWith("migrate ")) {
                    assertThat(commands).as("%s in %s", quoted, page.path()).containsAll(found(WORD, typed));
                    assertThat(options).as("%s in %s", quoted, page.path()).containsAll(found(OPTION, typed));
                }
            }
        }
    }

    @Test
    void propertiesInTheTextExist() throws IOException {
        Set<String> properties =
                found(PROPERTY, Page.read("docs/reference/properties.md").text());
        Set<String> metrics =
                found(PROPERTY, Page.read("docs/reference/endpoint.md").text());
        for (Page page : pages("", "docs/tutorial", "docs/how-to", "docs/reference", "docs/explanation")) {
            assertThat(found(PROPERTY, page.text()))
                    .as(page.path())
                    .filteredOn(name -> !metrics.contains(name) && !name.matches("migrate\\.(test|faults)\\..*"))
                    .allMatch(name -> properties.stream()
                            .anyMatch(property -> property.equals(name) || property.startsWith(name + ".")));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> requireNonNull(match.group(1)))
                .collect(Collectors.toSet());
    }

    /** Those that somebody follows with a keyboard at hand. */
    private List<Page> guides() throws IOException {
        List<Page> guides = new ArrayList<>(pages("docs/tutorial", "docs/how-to"));
        guides.add(Page.read("README.md"));
        return guides;
    }

    /** Those in folders, of the repository itself the ones on top only. */
    private List<Page> pages(String... folders) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(repository.resolve(folder), folder.isEmpty() ? 1 : 9)) {
                List<Path> found = files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList();
                for (Path file : found) {
                    pages.add(Page.read(repository.relativize(file).toString()));
                }
            }
        }
        return pages;
    }

    private static Set<String> followed() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Follows.class));
        Set<String> classes = scanner.findCandidateComponents(Follows.class.getPackageName()).stream()
                .map(found -> requireNonNull(found.getBeanClassName()))
                .collect(Collectors.toSet());
        Set<String> pages = new TreeSet<>();
        for (String name : classes) {
            pages.addAll(
                    List.of(Class.forName(name).getAnnotation(Follows.class).value()));
        }
        return pages;
    }
}
