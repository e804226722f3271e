package dev.migrate.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

import static java.util.Objects.requireNonNull;

/** Names as the database keeps them: an unquoted one is folded there, a quoted one is not. */
final class ModelNames {

    private final Database database;

    private final IdentifierHelper helper;

    ModelNames(Database database) {
        this.database = database;
        this.helper = database.getJdbcEnvironment().getIdentifierHelper();
    }

    String of(Identifier identifier) {
        return requireNonNull(helper.toMetaDataObjectName(identifier));
    }

    /** Takes a name that is quoted, if at all, in Hibernate's or the database's way. */
    String of(String name) {
        return of(requireNonNull(database.toIdentifier(name)));
    }

    String of(org.hibernate.mapping.Column column) {
        return of(column.getNameIdentifier(database));
    }

    ObjectName of(org.hibernate.mapping.Table table) {
        return of(table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    ObjectName of(QualifiedName name) {
        return of(name.getSchemaName(), name.getObjectName());
    }

    private ObjectName of(@Nullable Identifier schema, Identifier name) {
        Identifier fallback = database.getPhysicalImplicitNamespaceName().schema();
        return new ObjectName(schema == null || schema.equals(fallback) ? null : of(schema), of(name));
    }
}
