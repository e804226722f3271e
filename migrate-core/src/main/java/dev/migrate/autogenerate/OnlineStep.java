package dev.migrate.autogenerate;

import java.util.List;

/**
 * One revision of several that together do what a proposal says, while the application runs.
 *
 * @param title what it does, behind the message of all
 * @param kind what it is for
 * @param proposal its part
 */
public record OnlineStep(String title, Kind kind, Proposal proposal) {

    /** What a revision of several is for. */
    public enum Kind {
        /** It adds what the running version does not notice. */
        EXPAND,
        /** It builds or drops an index beside writers, outside of a transaction. */
        INDEX,
        /** It looks at the rows that are there. */
        VALIDATE,
        /** It turns what is proven or built into what the model says. */
        FINISH,
        /** It takes away what no running version needs any more. */
        CONTRACT
    }

    /** Returns a proposal in the form that somebody asked for, in the order in which the parts run. */
    public static List<OnlineStep> of(Proposal proposal, RevisionForm form) {
        return form == RevisionForm.ONLINE
                ? OnlineForm.of(proposal)
                : List.of(new OnlineStep("", Kind.EXPAND, proposal));
    }
}
