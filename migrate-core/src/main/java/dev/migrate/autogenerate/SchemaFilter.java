package dev.migrate.autogenerate;

import java.util.List;

/** Decides what is compared; what is not is neither proposed nor mentioned. */
@FunctionalInterface
public interface SchemaFilter {

    /**
     * Tells whether a part is compared.
     *
     * @param part on either side
     */
    boolean includes(SchemaPart part);

    /** Returns one that includes what both include. */
    default SchemaFilter and(SchemaFilter other) {
        return part -> includes(part) && other.includes(part);
    }

    /** Returns one that includes everything. */
    static SchemaFilter everything() {
        return part -> true;
    }

    /**
     * Returns one that goes by the names of tables, sequences and enum types, and includes all of a table that it includes.
     *
     * @param include names with or without a schema, in which {@code *} stands for anything, such as {@code billing_*} or
     *     {@code shop.*}; empty for everything
     * @param exclude of these, what is not included after all
     */
    static SchemaFilter named(List<String> include, List<String> exclude) {
        return new NameFilter(NameFilter.patterns(include), NameFilter.patterns(exclude));
    }
}
