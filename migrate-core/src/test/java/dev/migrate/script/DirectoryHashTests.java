package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryHashTests {

    @Test
    void databasesOfTodayAreRecognizedTomorrow() {
        assertThat(hash("abc", "de")).isEqualTo("87a78d2ae6479bcb");
        assertThat(hash()).isEqualTo("3c0c8ea1b34623a6");
    }

    @Test
    void everyBitCounts() {
        byte[] script = "CREATE TABLE a (id int);\n".getBytes(StandardCharsets.UTF_8);
        Set<@Nullable String> hashes = new HashSet<>();
        hashes.add(DirectoryHash.of(List.of(content(script))));
        for (int bit = 0; bit < script.length * Byte.SIZE; bit++) {
            byte[] flipped = script.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            hashes.add(DirectoryHash.of(List.of(content(flipped))));
        }
        assertThat(hashes).hasSize(1 + script.length * Byte.SIZE);
    }

    @Test
    void bordersAndOrderOfScriptsCount() {
        assertThat(new String[] {hash("ab", "c"), hash("a", "bc"), hash("abc"), hash("abc", ""), hash("c", "ab")})
                .doesNotHaveDuplicates();
    }

    @Test
    void halvesDifferIndependently() {
        Random random = new Random(7);
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] script = new byte[40];
            random.nextBytes(script);
            String hash = String.valueOf(DirectoryHash.of(List.of(content(script))));
            first.add(hash.substring(0, 8));
            second.add(hash.substring(8));
        }
        assertThat(first).hasSizeGreaterThan(990);
        assertThat(second).hasSizeGreaterThan(990).doesNotContainAnyElementsOf(first);
    }

    @Test
    void unreadableScriptHasNone() {
        assertThat(DirectoryHash.of(new ArrayList<>(List.of(content(new byte[1]), content(null)))))
                .isNull();
    }

    private static @Nullable String hash(String... scripts) {
        return DirectoryHash.of(Arrays.stream(scripts)
                .map(script -> content(script.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static FoundScripts.Content content(byte @Nullable [] bytes) {
        return new FoundScripts.Content(new ScriptFile("a.sql", Path.of("a.sql"), seen -> bytes), bytes);
    }
}
