package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksumsTests {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void contentIsHashedWithSha256() {
        assertThat(content("abc")).isEqualTo(OF_ABC);
        assertThat(content("\ufeffabc")).isEqualTo(OF_ABC);
    }

    @Test
    void lineEndingsDoNotCountAndEverythingElseDoes() {
        assertThat(content("a\r\nb\r\n")).isEqualTo(content("a\nb\n"));
        assertThat(content("a\rb")).isNotEqualTo(content("a\nb"));
        assertThat(content("a ")).isNotEqualTo(content("a"));
        assertThat(content("é\r\n")).isEqualTo(content("é\n"));
    }

    @Test
    void orderOfParentsDoesNotCount() {
        Checksums checksums = new Checksums();

        assertThat(checksums.node("a", List.of("1", "2"), "x")).isEqualTo(checksums.node("a", List.of("2", "1"), "x"));
    }

    @Test
    void idParentsAndContentAllCount() {
        Checksums checksums = new Checksums();

        assertThat(List.of(
                        checksums.node("a", List.of(), "x"),
                        checksums.node("b", List.of(), "x"),
                        checksums.node("a", List.of("1"), "x"),
                        checksums.node("a", List.of("1", "2"), "x"),
                        checksums.node("a", List.of(), "y")))
                .doesNotHaveDuplicates();
    }

    private static String content(String text) {
        return new Checksums().content(ScriptText.of(text.getBytes(StandardCharsets.UTF_8), new Problems("x.sql")));
    }
}
