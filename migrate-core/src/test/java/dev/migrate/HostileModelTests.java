package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.autogenerate.ComparisonRequest;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.UnknownTables;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.RunSettings;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Detail;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Names that mean something to SQL, to comments or to files go through generate, upgrade and downgrade as they are. */
class HostileModelTests {

    private final DataSource database = TestDatabases.postgres();

    private final Path folder;

    private Schema model = new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    HostileModelTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "say \"so\"",
                "two\nlines",
                "carriage\rreturn",
                "\n-- migrate:downgrade\nDROP TABLE t; --",
                "a -- b",
                "*/ /* */",
                "$$ $a$ $$",
                "back\\slash\\",
                "a;b",
                "SELECT",
                "tab\tbell\u0007",
                "naïve Ünïcode 表 🐘",
                " ",
                "{revision}{upgrade}",
                "\\copy x",
                "a.b.c",
                "?:x",
                "123456789_123456789_123456789_123456789_123456789_12345678901"
            })
    void hostileNamesGoThere(String name) throws IOException, SQLException {
        Schema empty = inspect();
        model = schema(name, "a");
        String first = generateAndUpgrade(ComparisonRequest.usual());
        Schema made = inspect();
        assertThat(made.tables())
                .extracting(table -> table.name().name())
                .containsExactlyInAnyOrder(name, "of_" + name.substring(name.length() / 2));
        assertThat(migrator().check().isEmpty()).isTrue();

        model = schema(name, "b");
        generateAndUpgrade(new ComparisonRequest(
                List.of(new Rename(ObjectName.of(name), name + "a", name + "b")), null, UnknownTables.KEPT));
        assertThat(migrator().check().isEmpty()).isTrue();

        migrator().downgrade(Target.parse(first));
        assertThat(inspect()).isEqualTo(made);
        migrator().downgrade(Target.parse("base"));
        assertThat(inspect()).isEqualTo(empty);
        migrator().upgrade(Target.parse("heads"));
        assertThat(migrator().check().isEmpty()).isTrue();
    }

    @Test
    void nameThatAFileCannotKeepIsRefused() throws IOException {
        model = schema("a\r\nb", "a");

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> generateAndUpgrade(ComparisonRequest.usual()))
                .withMessageContaining("would not be read back");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private static Schema schema(String name, String end) {
        ObjectName table = ObjectName.of(name);
        ObjectName other = ObjectName.of("of_" + name.substring(name.length() / 2));
        ObjectName mood = ObjectName.of("type " + name.substring(name.length() / 2));
        String column = name + end;
        String quoted = Dialects.builtIn().get(0).quote(column);
        List<Column> columns = List.of(
                new Column(column, Types.varchar(200), false, DefaultValue.of(name), null, null, null, name),
                new Column("kind", Types.defined(mood), true, DefaultValue.none(), null, null, null, end + name));
        Table first = new Table(
                table,
                columns,
                List.of(
                        new PrimaryKey("pk" + name, List.of(column)),
                        UniqueKey.of("uk" + name, List.of("kind", column)),
                        new Check("ck" + name, quoted + " <> '" + name.replace("'", "''") + "'", Validity.VALID)),
                name);
        Table second = new Table(other, List.of(Column.of(column, Types.integer())), List.of(), "");
        Index index = new Index(
                "ix" + name,
                table,
                List.of(Index.Part.column(column), Index.Part.expression("lower(" + quoted + ")")),
                Index.Uniqueness.NOT_UNIQUE,
                null,
                List.of(),
                "(" + quoted + " > 'x')");
        return new Schema(
                List.of(first, second),
                List.of(index),
                List.of(Sequence.of(ObjectName.of("sq" + name))),
                List.of(new EnumType(mood, List.of(name, "other"))),
                List.of(),
                List.of());
    }

    private String generateAndUpgrade(ComparisonRequest request) throws IOException {
        RevisionRequest revision =
                new RevisionRequest("Next", List.of(), Splice.REFUSED, List.of(), List.of(), null, null);
        GeneratedRevision generated = migrator().generateRevision(revision, request);
        assertThat(generated.script()).isNotNull();
        try (var files = Files.list(folder)) {
            assertThat(files).isNotEmpty();
        }
        migrator().upgrade(Target.parse("heads"));
        return generated.script() == null ? "" : generated.script().id();
    }

    private Migrator migrator() {
        ModelSource source = (connection, dialect, own) -> new Model(model, Detail.EVERYTHING);
        return new Migrator(settings(), database, Extensions.none().withModel(source));
    }

    private Schema inspect() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialects.builtIn()
                    .get(0)
                    .inspect(connection, List.of("public"))
                    .without(List.of(
                            new ObjectName("public", "migrate_version"), new ObjectName("public", "migrate_history")));
        }
    }

    private MigrateSettings settings() {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(
                List.of("file:" + folder), folder, defaults.fileTemplate(), null, RunSettings.defaults());
    }
}
