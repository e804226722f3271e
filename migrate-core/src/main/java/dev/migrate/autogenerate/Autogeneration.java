package dev.migrate.autogenerate;

import java.util.List;

/**
 * What an application says about the comparison of its database with its model.
 *
 * @param model says what the database should be
 * @param filter decides what is compared
 * @param customizers edit what is proposed, in this order
 */
public record Autogeneration(ModelSource model, SchemaFilter filter, List<RevisionCustomizer> customizers) {

    /** Copies the list. */
    public Autogeneration {
        customizers = List.copyOf(customizers);
    }

    /** Returns one that compares everything with a model. */
    public static Autogeneration of(ModelSource model) {
        return new Autogeneration(model, SchemaFilter.everything(), List.of());
    }

    /** Returns the same with this model. */
    public Autogeneration with(ModelSource other) {
        return new Autogeneration(other, filter, customizers);
    }

    /** Returns what the customizers make of a proposal. */
    public Proposal customized(Proposal proposal) {
        Proposal result = proposal;
        for (RevisionCustomizer customizer : customizers) {
            result = customizer.customize(result);
        }
        return result;
    }
}
