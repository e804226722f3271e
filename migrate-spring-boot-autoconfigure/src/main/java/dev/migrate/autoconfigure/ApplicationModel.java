package dev.migrate.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.NoModelException;
import dev.migrate.autogenerate.ScriptModel;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.SchemaSource;

/** What the application says its database should be: a bean, a script, or its entities. */
final class ApplicationModel implements ModelSource {

    private final ObjectProvider<SchemaSource> beans;

    private final @Nullable String script;

    private final ResourceLoader resources;

    private final ObjectProvider<EntityModelSource> entities;

    ApplicationModel(
            ObjectProvider<SchemaSource> beans,
            @Nullable String script,
            ResourceLoader resources,
            ObjectProvider<EntityModelSource> entities) {
        this.beans = beans;
        this.script = script;
        this.resources = resources;
        this.entities = entities;
    }

    @Override
    public Model read(Connection connection, Dialect dialect, String own) throws SQLException {
        SchemaSource bean = bean();
        if (bean != null) {
            return Model.of(bean);
        }
        if (script != null) {
            return new ScriptModel(script, text(script)).read(connection, dialect, own);
        }
        EntityModelSource source = entities.getIfAvailable();
        if (source == null) {
            throw new NoModelException(
                    "Without JPA, put the wanted schema into a script and set migrate.model=classpath:schema.sql, or declare a"
                            + " SchemaSource bean (in a class that migrate.cli.sources names).");
        }
        return Model.of(source.on(connection));
    }

    private @Nullable SchemaSource bean() {
        SchemaSource unique = beans.getIfUnique();
        if (unique == null && beans.stream().findAny().isPresent()) {
            throw new MigrateException(
                    "There are several SchemaSource beans", "Mark the one that says it all with @Primary.");
        }
        return unique;
    }

    private String text(String location) {
        Resource resource = resources.getResource(location);
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrateException(
                    "migrate.model names " + location + ", which cannot be read",
                    List.of(),
                    "Name a file in UTF-8, as in classpath:schema.sql or file:schema.sql.",
                    e);
        }
    }
}
