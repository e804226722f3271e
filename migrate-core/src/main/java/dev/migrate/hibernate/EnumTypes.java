package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;

/** Finds the enum types of a model, which Hibernate keeps only as the text of their DDL. */
final class EnumTypes {

    private static final Pattern CREATE = Pattern.compile(
            "create\\s+type\\s+(?:(?<schema>\"[^\"]+\"|[^\\s.\"]+)\\.)?(?<name>\"[^\"]+\"|[^\\s.\"]+)\\s+as\\s+enum\\s*\\((?<values>.*)\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    private final Database database;

    private final ModelNames names;

    EnumTypes(Database database, ModelNames names) {
        this.database = database;
        this.names = names;
    }

    List<EnumType> read() {
        SqlStringGenerationContext context =
                SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
        List<EnumType> types = new ArrayList<>();
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(database.getDialect())) {
                for (String sql : object.sqlCreateStrings(context)) {
                    add(types, sql);
                }
            }
        }
        types.sort(Comparator.comparing(EnumType::name));
        return types;
    }

    private void add(List<EnumType> types, String sql) {
        Matcher create = CREATE.matcher(sql.strip());
        // The casts that Hibernate adds let it bind text to the type; a migrated schema does not need them.
        if (!create.matches()) {
            return;
        }
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(create.group("values"));
        while (value.find()) {
            values.add(value.group(1).replace("''", "'"));
        }
        String schema = create.group("schema");
        types.add(new EnumType(
                new ObjectName(schema == null ? null : names.of(schema), names.of(create.group("name"))), values));
    }
}
