package dev.migrate.hibernate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Generated.Storage;
import dev.migrate.schema.Identity;
import dev.migrate.schema.TypeText;
import dev.migrate.schema.Types;

/** Turns Hibernate's picture of a column into ours. */
final class ColumnReader {

    /** A {@code columnDefinition} may hold more than a type, and Hibernate passes it on as it is. */
    private static final Pattern DEFAULT = Pattern.compile(
            "\\s+default\\s+(?<value>.+?)(?=\\s+(?:not\\s+null|null|check|unique|collate|generated)\\b|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NOT_NULL = Pattern.compile("\\s+not\\s+null\\b", Pattern.CASE_INSENSITIVE);

    private final Metadata metadata;

    private final ModelNames names;

    private final List<EnumType> enums;

    ColumnReader(Metadata metadata, ModelNames names, List<EnumType> enums) {
        this.metadata = metadata;
        this.names = names;
        this.enums = enums;
    }

    Column column(org.hibernate.mapping.Column column, org.hibernate.mapping.Table table) {
        String text = column.getSqlType(metadata);
        DefaultValue defaultValue =
                column.getDefaultValue() == null ? DefaultValue.none() : DefaultValue.sql(column.getDefaultValue());
        boolean nullable = (column.isNullable() || isNeverMandatory(column)) && !table.isPrimaryKey(column);
        if (column.getSqlType() != null) {
            Matcher inner = DEFAULT.matcher(text);
            if (inner.find()) {
                defaultValue = DefaultValue.sql(inner.group("value").strip());
                text = inner.replaceFirst("");
            }
            Matcher notNull = NOT_NULL.matcher(text);
            if (notNull.find()) {
                nullable = false;
                text = notNull.replaceFirst("");
            }
        }
        String comment = column.getComment();
        return new Column(
                names.of(column),
                type(text.strip()),
                nullable,
                defaultValue,
                column.isIdentity() ? Identity.of(Identity.Mode.BY_DEFAULT) : null,
                generated(column),
                column.getCollation(),
                comment == null ? "" : comment);
    }

    private ColumnType type(String text) {
        for (EnumType type : enums) {
            if (type.name().name().equals(names.of(text))) {
                return Types.defined(type.name());
            }
        }
        return TypeText.parse(text);
    }

    /** Hibernate leaves NOT NULL out where some version of the database does not take it behind a generated column. */
    private boolean isNeverMandatory(org.hibernate.mapping.Column column) {
        Dialect dialect = metadata.getDatabase().getDialect();
        return column.getGeneratedAs() != null
                && !dialect.requiresNotNullBeforeDefault()
                && !dialect.supportsNotNullAfterGeneratedAs();
    }

    private @Nullable Generated generated(org.hibernate.mapping.Column column) {
        String expression = column.getGeneratedAs();
        if (expression == null) {
            return null;
        }
        Dialect dialect = metadata.getDatabase().getDialect();
        boolean stored =
                dialect.generatedAs(expression).toLowerCase(Locale.ROOT).contains("stored");
        return new Generated(expression, stored ? Storage.STORED : Storage.VIRTUAL);
    }
}
