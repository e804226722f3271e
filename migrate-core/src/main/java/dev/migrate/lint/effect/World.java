package dev.migrate.lint.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

/** What a database holds as far as the statements tell that made it; whoever asks must be ready for what it does not know. */
public final class World {

    private static final String USUAL_SCHEMA = "public";

    private final Map<ObjectName, Relation> relations = new LinkedHashMap<>();

    private final Map<String, Domain> domains = new HashMap<>();

    private final Set<String> enums = new HashSet<>();

    private String timeZone = "";

    private final WorldChange change = new WorldChange(this);

    /** A domain: the type under it, and whether it has a check or forbids nulls. */
    record Domain(TypeName base, boolean constrained) {}

    /** Returns the name under which a relation is known: without the usual schema. */
    public static ObjectName key(ObjectName name) {
        return USUAL_SCHEMA.equals(name.schema()) ? ObjectName.of(name.name()) : name;
    }

    /** Returns a table or view, or {@code null} where no statement has told of it. */
    public @Nullable Relation relation(ObjectName name) {
        return relations.get(key(name));
    }

    /** Returns everything that is known. */
    public List<Relation> relations() {
        return List.copyOf(relations.values());
    }

    /** Returns the relation that an index is on, or {@code null}. */
    public @Nullable Relation ofIndex(String index) {
        for (Relation relation : relations.values()) {
            for (Relation.IndexOn one : relation.indexes()) {
                if (one.name().equals(index)) {
                    return relation;
                }
            }
        }
        return null;
    }

    /** Returns the partitions of a table. */
    public List<Relation> partitions(ObjectName parent) {
        List<Relation> partitions = new ArrayList<>();
        for (Relation relation : relations.values()) {
            ObjectName other = relation.parent();
            if (other != null && key(other).equals(key(parent))) {
                partitions.add(relation);
            }
        }
        return partitions;
    }

    /** Returns the tables with a foreign key to this one, over these columns of it, or over any if none are given. */
    public List<Relation> referencing(ObjectName table, @Nullable String column) {
        List<Relation> found = new ArrayList<>();
        for (Relation relation : relations.values()) {
            for (Relation.Constraint constraint : relation.constraints()) {
                ConstraintSpec.Reference reference = constraint.spec().reference();
                if (reference != null
                        && key(reference.table()).equals(key(table))
                        && (column == null || reference.columns().contains(column))) {
                    found.add(relation);
                }
            }
        }
        return found;
    }

    /** Tells whether a type is a domain with a check or without nulls. */
    public boolean isConstrainedDomain(TypeName type) {
        Domain domain = domains.get(type.name());
        return domain != null && domain.constrained();
    }

    /** Returns the type that values of this one are stored as. */
    public TypeName stored(TypeName type) {
        TypeName base = type;
        for (int i = 0; i < domains.size() && domains.containsKey(base.name()) && base.dimensions() == 0; i++) {
            Domain domain = domains.get(base.name());
            base = domain == null ? base : domain.base();
        }
        return base;
    }

    /** Tells whether a type was created as an enum. */
    public boolean isEnum(TypeName type) {
        return enums.contains(type.name());
    }

    /** Tells whether the session works in UTC, where both kinds of time stamps are stored alike. */
    public boolean isUtc() {
        return timeZone.equals("utc") || timeZone.equals("gmt") || timeZone.equals("etc/utc");
    }

    /** Takes a statement in. */
    public void apply(Ddl ddl) {
        change.apply(ddl);
    }

    void put(Relation relation) {
        relations.put(key(relation.name()), relation);
    }

    void remove(ObjectName name) {
        relations.remove(key(name));
    }

    void rename(Relation relation, ObjectName to) {
        remove(relation.name());
        relation.rename(to);
        put(relation);
    }

    void putDomain(String name, Domain domain) {
        domains.put(name, domain);
    }

    @Nullable Domain domain(String name) {
        return domains.get(name);
    }

    void putEnum(String name) {
        enums.add(name);
    }

    void timeZone(@Nullable String zone) {
        timeZone = zone == null ? "" : zone.toLowerCase(Locale.ROOT);
    }
}
