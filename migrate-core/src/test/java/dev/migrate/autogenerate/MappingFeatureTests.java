package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.autogenerate.features.Basics;
import dev.migrate.autogenerate.features.Columns;
import dev.migrate.autogenerate.features.Hierarchies;
import dev.migrate.autogenerate.features.Relations;
import dev.migrate.autogenerate.features.Revised;
import dev.migrate.autogenerate.features.Special;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.hibernate.EntityModel;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.hibernate.Library;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a mapping says: what is proposed for it leaves nothing to propose, and so does what Hibernate makes of it. */
class MappingFeatureTests {

    private static final DriverManagerDataSource database = TestDatabases.postgres();

    private static final int version = serverVersion();

    private static final Map<Feature, Schema> MODELS = new HashMap<>();

    private final Dialect dialect = Dialects.builtIn().get(0);

    /** Entities that belong together; one of them names the feature. */
    record Feature(List<Class<?>> entities) {

        static Feature of(Class<?>... entities) {
            return new Feature(List.of(entities));
        }

        List<String> names() {
            return entities.stream().map(type -> type.getName()).toList();
        }

        @Override
        public String toString() {
            return entities.get(0).getSimpleName();
        }
    }

    static Stream<Feature> features() {
        return Stream.of(
                Feature.of(Basics.Numbers.class),
                Feature.of(Basics.Texts.class),
                Feature.of(Basics.Times.class),
                Feature.of(Basics.Zones.class),
                Feature.of(Basics.Durations.class),
                Feature.of(Basics.Binaries.class),
                Feature.of(Basics.Misc.class),
                Feature.of(Basics.Jsons.class),
                Feature.of(Basics.Arrays.class),
                Feature.of(Basics.Enums.class),
                Feature.of(Basics.Booleans.class),
                Feature.of(Basics.Versioned.class),
                Feature.of(Columns.Defaults.class),
                Feature.of(Columns.Checks.class),
                Feature.of(Columns.Computed.class),
                Feature.of(Columns.Commented.class),
                Feature.of(Columns.Indexed.class),
                Feature.of(Columns.Collated.class),
                Feature.of(Columns.Soft.class),
                Feature.of(Columns.SoftAt.class),
                Feature.of(Columns.Active.class),
                Feature.of(Columns.Identities.class),
                Feature.of(Columns.Sequences.class),
                Feature.of(Columns.Auto.class),
                Feature.of(Columns.FromTable.class),
                Feature.of(Columns.DefaultTable.class),
                Feature.of(Columns.Uuids.class),
                Feature.of(Columns.InSchema.class),
                Feature.of(Columns.Quoted.class),
                Feature.of(Columns.Reserved.class),
                Feature.of(Columns.LongName.class),
                Feature.of(Relations.Person.class),
                Feature.of(Relations.InJson.class),
                Feature.of(Relations.Collector.class),
                Feature.of(Relations.Parent.class, Relations.Child.class),
                Feature.of(Relations.Refers.class, Relations.Keyed.class),
                Feature.of(Relations.Pair.class),
                Feature.of(Relations.Shared.class, Relations.Keyless.class),
                Feature.of(Relations.Split.class),
                Feature.of(Relations.RingA.class, Relations.RingB.class),
                Feature.of(Relations.ByCode.class, Relations.Target.class),
                Feature.of(Hierarchies.Note.class, Hierarchies.Audited.class),
                Feature.of(Hierarchies.Vehicle.class, Hierarchies.Car.class, Hierarchies.Truck.class),
                Feature.of(Hierarchies.Shape.class, Hierarchies.Circle.class),
                Feature.of(Hierarchies.Tool.class, Hierarchies.Saw.class),
                Feature.of(Hierarchies.Animal.class, Hierarchies.Cat.class, Hierarchies.Dog.class),
                Feature.of(Hierarchies.Payment.class, Hierarchies.Cash.class, Hierarchies.Card.class),
                Feature.of(Hierarchies.Summary.class),
                Feature.of(Special.Valued.class),
                Feature.of(Special.RareTypes.class),
                Feature.of(Special.Stamped.class),
                Feature.of(Special.Plotted.class),
                Feature.of(Special.Bagged.class, Special.Plotted.class),
                Feature.of(Special.Concrete.class, Special.Linked.class),
                Feature.of(Special.Document.class, Special.Mail.class),
                Feature.of(Special.Ticket.class, Special.Document.class),
                Feature.of(Revised.Page.class, Revised.Book.class),
                Feature.of(Library.Author.class, Library.Book.class, Library.Loan.class));
    }

    @BeforeEach
    void beginAnew() {
        TestDatabases.execute(
                database, "DROP SCHEMA public CASCADE", "DROP SCHEMA IF EXISTS shop CASCADE", "CREATE SCHEMA public");
    }

    @ParameterizedTest
    @MethodSource("features")
    void whatIsProposedLeavesNothingToPropose(Feature feature) throws SQLException {
        Schema model = model(feature);
        Schema before = inspect();
        List<Operation> operations = propose(model).operations();

        run(operations);

        Schema made = inspect();
        assertThat(propose(model).operations()).isEmpty();
        hibernate(feature, "validate");
        run(requireNonNull(Reversal.of(operations)));
        assertThat(inspect()).isEqualTo(before);
        run(operations);
        assertThat(inspect()).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("features")
    void nothingIsProposedForWhatHibernateItselfMakes(Feature feature) throws SQLException {
        hibernate(feature, "create-only");

        assertThat(propose(model(feature)).operations()).isEmpty();
    }

    @Test
    void atLeastEightyFeaturesOfMappingsTakePart() {
        Set<String> features = MappedFeatures.of(
                features().flatMap(feature -> feature.entities().stream()).toList());

        assertThat(features)
                .hasSizeGreaterThanOrEqualTo(80)
                .contains("@Audited", "@SoftDelete", "@SecondaryTable", "@MapsId", "@ElementCollection", "@Lob", "UUID")
                .contains("@Inheritance JOINED", "@Inheritance SINGLE_TABLE", "@Inheritance TABLE_PER_CLASS");
    }

    @Test
    void viewsAreLeftToWhoeverMakesThem() throws SQLException {
        Feature feature = Feature.of(Hierarchies.Seen.class, Hierarchies.Cat.class, Hierarchies.Animal.class);

        hibernate(feature, "create-only");

        assertThat(propose(model(feature)).operations()).isEmpty();
    }

    private static int serverVersion() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema model(Feature feature) {
        return MODELS.computeIfAbsent(feature, MappingFeatureTests::read);
    }

    private static Schema read(Feature feature) {
        return new HibernateSchemaSource(
                        new EntityModel(feature.names(), List.of(), List.of(), Map.of(), "PostgreSQL", version, 0),
                        MappingFeatureTests.class.getClassLoader())
                .read();
    }

    private static void hibernate(Feature feature, String action) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.jdbc.url", requireNonNull(database.getUrl()));
        settings.put("hibernate.hbm2ddl.auto", action);
        settings.put("hibernate.hbm2ddl.create_namespaces", "true");
        settings.put("hibernate.hbm2ddl.halt_on_error", "true");
        try (StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build()) {
            MetadataSources sources = new MetadataSources(registry);
            feature.names().forEach(sources::addAnnotatedClassName);
            sources.buildMetadata().buildSessionFactory().close();
        }
    }

    private Proposal propose(Schema model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Autogenerate(dialect, "public", Set.of("migrate_version", "migrate_history"))
                    .propose(connection, new Model(model, Detail.ENTITIES), ComparisonRequest.usual());
        }
    }

    private Schema inspect() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return dialect.inspect(connection, List.of("public", "shop"));
        }
    }

    private void run(List<Operation> operations) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Wording wording : dialect.spell(operations)) {
                for (String sql : ((Wording.Statements) wording).sql()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
