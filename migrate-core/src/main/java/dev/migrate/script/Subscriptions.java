package dev.migrate.script;

/** Looks at the rest of a CREATE or ALTER SUBSCRIPTION statement. */
final class Subscriptions {

    private Subscriptions() {}

    /** Creating a slot on the publisher cannot be taken back; it is the default of a subscription that connects. */
    static boolean createNeedsNoTransaction(Tokenizer tokens) {
        for (Token token = tokens.nextSignificant(); token != Token.END; token = tokens.nextSignificant()) {
            if (tokens.is("WITH")) {
                tokens.nextSignificant();
                Options options = Options.read(tokens);
                return options.isOn("CREATE_SLOT") || !(options.isOff("CREATE_SLOT") || options.isOff("CONNECT"));
            }
        }
        return true;
    }

    /** A refresh asks the publisher; it is the default when the list of publications changes. */
    static boolean alterNeedsNoTransaction(Tokenizer tokens) {
        boolean changesPublications = false;
        for (Token token = tokens.nextSignificant(); token != Token.END; token = tokens.nextSignificant()) {
            boolean refreshes = tokens.is("REFRESH");
            boolean changes = tokens.is("SET") || tokens.is("ADD") || tokens.is("DROP");
            if (refreshes || changes) {
                tokens.nextSignificant();
                changesPublications = tokens.is("PUBLICATION");
                if (refreshes || !changesPublications) {
                    return changesPublications;
                }
            } else if (tokens.is("WITH")) {
                tokens.nextSignificant();
                return changesPublications && !Options.read(tokens).isOff("REFRESH");
            }
        }
        return changesPublications;
    }
}
