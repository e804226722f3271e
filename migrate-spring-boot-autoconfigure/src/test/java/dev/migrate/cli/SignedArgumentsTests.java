package dev.migrate.cli;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignedArgumentsTests {

    @Test
    void targetWithMinusBecomesPositional() {
        assertThat(last("downgrade", "-1", "--json")).containsExactly("downgrade", "--json", "--", "-1");
        assertThat(last("--stacktrace", "downgrade", "-1")).containsExactly("--stacktrace", "downgrade", "--", "-1");
    }

    @Test
    void valueOfAnOptionStaysWhereItIs() {
        assertThat(last("revision", "-m", "-1")).containsExactly("revision", "-m", "-1");
        assertThat(last("history", "-r-3:current")).containsExactly("history", "-r-3:current");
    }

    @Test
    void everythingElseIsUntouched() {
        assertThat(last("upgrade", "+2")).containsExactly("upgrade", "+2");
        assertThat(last("downgrade", "--", "-1")).containsExactly("downgrade", "--", "-1");
        assertThat(last("unknown", "+1")).containsExactly("unknown", "+1");
        assertThat(last()).isEmpty();
    }

    private static List<String> last(String... arguments) {
        return SignedArguments.last(List.of(arguments), Commands.parser("migrate"));
    }
}
