package dev.migrate.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class InvocationTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void firstWordThatIsNoOptionDecides() {
        assertThat(of("migrate", "status")).isEqualTo(new Invocation("migrate", List.of("status")));
        assertThat(of("--debug", "--server.port=1", "migrate")).isEqualTo(new Invocation("migrate", List.of()));
        assertThat(of("import", "migrate")).isNull();
        assertThat(of()).isNull();
        assertThat(of("--migrate")).isNull();
    }

    @Test
    void springsArgumentsAreTakenOutWhereverTheyStand() {
        Invocation invocation =
                of("migrate", "--a.b=c", "upgrade", "--spring.profiles.active=x", "--from=a.b", "--sql");

        assertThat(invocation).isEqualTo(new Invocation("migrate", List.of("upgrade", "--from=a.b", "--sql")));
    }

    @Test
    void anotherNameCanBeChosen() {
        environment.setProperty("migrate.cli.name", "db");

        assertThat(of("migrate", "status")).isNull();
        assertThat(of("db", "status")).isEqualTo(new Invocation("db", List.of("status")));
    }

    @Test
    void commandLineCanBeSwitchedOff() {
        environment.setProperty("migrate.cli.enabled", "false");

        assertThat(of("migrate", "status")).isNull();
    }

    private @Nullable Invocation of(String... arguments) {
        return Invocation.of(environment, List.of(arguments));
    }
}
