package dev.migrate.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.run.DatabaseInfo;
import dev.migrate.run.Incomplete;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RevisionDetail;
import dev.migrate.run.RevisionState;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptLoader;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTests {

    private static final DatabaseInfo DATABASE = new DatabaseInfo("PostgreSQL", "18.6", "meetings", "public");

    private static final List<String> HEADS = List.of("bbfa55ebcab7");

    private static final Instant TIME = Instant.parse("2026-01-12T09:14:33Z");

    private final Path folder;

    StatusTextTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void behind() {
        List<RevisionScript> scripts = scripts();

        assertThat(text(new MigrationStatus(
                        MigrationState.BEHIND,
                        DATABASE,
                        Heads.of("ce9ec48516b9"),
                        HEADS,
                        1,
                        scripts.subList(1, 3),
                        List.of(),
                        List.of(),
                        List.of())))
                .isEqualTo("""
                        Database   PostgreSQL 18.6, meetings, schema public
                        State      BEHIND: 2 revisions pending
                        Current    ce9ec48516b9  Initial schema                          applied 2026-01-12 09:14 by deploy in 212 ms
                        Heads      bbfa55ebcab7
                        Pending    7fa95b5a0eb7  Add speaker_events table for Phase 2
                                   bbfa55ebcab7  Index speaker events by time            outside a transaction
                        """);
    }

    @Test
    void upToDate() {
        assertThat(text(new MigrationStatus(
                        MigrationState.UP_TO_DATE,
                        DATABASE,
                        Heads.of("bbfa55ebcab7"),
                        HEADS,
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())))
                .isEqualTo("""
                        Database   PostgreSQL 18.6, meetings, schema public
                        State      UP_TO_DATE
                        Current    bbfa55ebcab7  Index speaker events by time
                        Heads      bbfa55ebcab7
                        """);
    }

    @Test
    void ahead() {
        assertThat(text(new MigrationStatus(
                        MigrationState.AHEAD,
                        DATABASE,
                        Heads.of("0c1d2e3f4a5b"),
                        HEADS,
                        1,
                        List.of(),
                        List.of("0c1d2e3f4a5b"),
                        List.of(),
                        List.of())))
                .isEqualTo("""
                        Database   PostgreSQL 18.6, meetings, schema public
                        State      AHEAD: the database has 1 revision that this build does not know
                        Current    0c1d2e3f4a5b      unknown to this build
                        Heads      bbfa55ebcab7
                          Hint: A newer build has run here; downgrade with that build, or deploy it.
                        """);
    }

    @Test
    void incompleteAndModified() {
        Incomplete incomplete = new Incomplete("bbfa55ebcab7", Direction.UPGRADE, 1, 2, TIME);

        assertThat(text(new MigrationStatus(
                        MigrationState.INCOMPLETE,
                        DATABASE,
                        Heads.none(),
                        HEADS,
                        1,
                        scripts(),
                        List.of(),
                        List.of("ce9ec48516b9"),
                        List.of(incomplete))))
                .contains(
                        "State      INCOMPLETE: a revision outside a transaction did not finish\n",
                        "Current    <base>\n",
                        "Modified   ce9ec48516b9  Initial schema                          changed since it was applied\n",
                        "Incomplete bbfa55ebcab7  Index speaker events by time            upgrade, statement 1 of 2, started 2026-01-12 09:14\n",
                        "`migrate resolve bbfa55ebcab7 --applied`",
                        "`migrate resolve ce9ec48516b9 --accept-checksum`");
    }

    private String text(MigrationStatus status) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<RevisionDetail> details = scripts().stream()
                .map(script -> script.id().startsWith("ce9e")
                        ? new RevisionDetail(script, RevisionState.APPLIED, TIME, Duration.ofMillis(212), "deploy")
                        : new RevisionDetail(script, RevisionState.PENDING, null, null, null))
                .toList();
        Channel out = new Channel(new PrintStream(bytes, true, StandardCharsets.UTF_8), Look.PLAIN);
        new StatusText(new MigrationOverview(status, details), out, ZoneOffset.UTC).print();
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private List<RevisionScript> scripts() {
        new Scripts(folder)
                .add("ce9ec48516b9", "", "Initial schema", "SELECT 1;")
                .add("7fa95b5a0eb7", "ce9ec48516b9", "Add speaker_events table for Phase 2", "SELECT 1;")
                .add(
                        "bbfa55ebcab7",
                        "7fa95b5a0eb7",
                        "Index speaker events by time",
                        "CREATE INDEX CONCURRENTLY i ON t (x);");
        var directory = new ScriptLoader(getClass().getClassLoader()).load(List.of("file:" + folder));
        return directory.graph().revisions().stream()
                .map(revision -> directory.script(revision.id()))
                .toList();
    }
}
