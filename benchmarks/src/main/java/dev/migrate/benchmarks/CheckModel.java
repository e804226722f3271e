package dev.migrate.benchmarks;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import dev.migrate.autogenerate.Autogenerate;
import dev.migrate.autogenerate.ComparisonRequest;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.hibernate.EntityModel;
import dev.migrate.hibernate.HibernateSchemaSource;

/** A model of many tables, each of ten columns with two indexes and one foreign key, and a database that is so. */
final class CheckModel {

    static final String FILE = "model.hbm.xml";

    private static final int DIFFERENT = 10;

    private CheckModel() {}

    /** Writes the model as Hibernate reads it. */
    static void write(Path folder, int tables) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n")
                .append("<hibernate-mapping xmlns=\"http://www.hibernate.org/xsd/orm/hbm\">\n");
        for (int i = 1; i <= tables; i++) {
            text.append("""
                    <class entity-name="T%1$d" table="bench_t%1$d">
                      <id name="id" type="long"><generator class="assigned"/></id>
                      <property name="c1" type="string"><column name="c1" length="100" not-null="true" index="bench_t%1$d_a"/></property>
                      <property name="c2" type="string"><column name="c2" length="100" index="bench_t%1$d_b"/></property>
                      <property name="c3" type="string"><column name="c3" length="20"/></property>
                      <property name="c4" type="string"/>
                      <property name="c5" type="integer"/>
                      <property name="c6" type="boolean" not-null="true"/>
                      <property name="c7" type="double"/>
                      <property name="c8" type="big_decimal"><column name="c8" precision="12" scale="2" default="0"/></property>
                      <many-to-one name="parent" entity-name="T%2$d" column="parent_id"/>
                    </class>
                    """.formatted(i, Math.max(1, i / 2)));
        }
        Files.writeString(folder.resolve(FILE), text.append("</hibernate-mapping>\n"));
    }

    /** Makes an empty database what the model says. */
    static void create(Path folder, DataSource database) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Dialect dialect = Dialects.builtIn().get(0);
            for (Wording wording : dialect.spell(propose(folder, connection).operations())) {
                for (String sql : ((Wording.Statements) wording).sql()) {
                    statement.addBatch(sql);
                }
            }
            statement.executeBatch();
        }
    }

    /** Makes some columns other than the model says. */
    static void disturb(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= DIFFERENT; i++) {
                statement.addBatch("ALTER TABLE bench_t" + i + " ALTER c3 TYPE varchar(21)");
            }
            statement.executeBatch();
        }
    }

    /** Compares, from reading the model on. */
    static Proposal propose(Path folder, Connection connection) throws IOException, SQLException {
        try (URLClassLoader loader = loader(folder)) {
            EntityModel entities = new EntityModel(List.of(), List.of(), List.of(FILE), Map.of(), "PostgreSQL", 18, 0);
            Model model = Model.of(new HibernateSchemaSource(entities, loader));
            return new Autogenerate(Dialects.builtIn().get(0), "public", Set.of())
                    .propose(connection, model, ComparisonRequest.usual());
        }
    }

    private static URLClassLoader loader(Path folder) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, CheckModel.class.getClassLoader());
    }
}
