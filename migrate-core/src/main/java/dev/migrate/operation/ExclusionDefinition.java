package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;

/** An exclusion constraint being described, see {@link Operations#addExclusion(String, String, Consumer)}. */
public final class ExclusionDefinition {

    private String method = "gist";

    private final List<Exclusion.Element> elements = new ArrayList<>();

    private @Nullable String where;

    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    private ExclusionDefinition() {}

    /** Names the index method; it is {@code gist} otherwise. */
    public ExclusionDefinition using(String name) {
        method = name;
        return this;
    }

    /** Adds an expression and the operator that compares it, such as {@code during} and {@code &&}. */
    public ExclusionDefinition element(String expression, String operator) {
        elements.add(new Exclusion.Element(expression, operator));
        return this;
    }

    /** Holds only for the rows that satisfy a condition. */
    public ExclusionDefinition where(String condition) {
        where = condition;
        return this;
    }

    /** Says when it is checked. */
    public ExclusionDefinition deferral(Deferral when) {
        deferral = when;
        return this;
    }

    static Exclusion build(String name, Consumer<ExclusionDefinition> definition) {
        ExclusionDefinition exclusion = new ExclusionDefinition();
        definition.accept(exclusion);
        return new Exclusion(name, exclusion.method, exclusion.elements, exclusion.where, exclusion.deferral);
    }
}
