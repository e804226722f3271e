package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

class EntityModelTests {

    private static final List<String> ENTITIES =
            List.of(Library.Author.class.getName(), Library.Book.class.getName(), Library.Loan.class.getName());

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final Dialect dialect = Dialects.builtIn().get(0);

    private final Schema model = new HibernateSchemaSource(
                    new EntityModel(ENTITIES, List.of(), List.of(), Map.of(), "PostgreSQL", 18, 0),
                    getClass().getClassLoader())
            .read();

    @BeforeEach
    void schema() {
        TestDatabases.execute(database, "CREATE SCHEMA shop");
    }

    @Test
    void whatWasProposedLeavesNothingToPropose() throws SQLException {
        Proposal proposal = propose();
        assertThat(proposal.isEmpty()).isFalse();

        run(proposal.operations());

        assertThat(propose().operations()).isEmpty();
    }

    @Test
    void downgradeLeavesNothing() throws SQLException {
        Schema before = inspect();
        Proposal proposal = propose();

        run(proposal.operations());
        run(requireNonNull(Reversal.of(proposal.operations())));

        assertThat(inspect()).isEqualTo(before);
    }

    @Test
    void nothingIsProposedForWhatHibernateItselfCreates() throws SQLException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.jdbc.url", requireNonNull(database.getUrl()));
        settings.put("hibernate.hbm2ddl.auto", "create-only");
        settings.put("hibernate.hbm2ddl.halt_on_error", "true");
        try (StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build()) {
            MetadataSources sources = new MetadataSources(registry);
            ENTITIES.forEach(sources::addAnnotatedClassName);
            sources.buildMetadata().buildSessionFactory().close();
        }

        assertThat(propose().operations()).isEmpty();
    }

    private Proposal propose() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Autogenerate(dialect, "public", Set.of("migrate_version", "migrate_history"))
                    .propose(connection, model, Detail.ENTITIES);
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
