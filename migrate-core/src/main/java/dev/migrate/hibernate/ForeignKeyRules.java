package dev.migrate.hibernate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.ForeignKey;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey.Action;

/** What a foreign key does when its target changes, which a mapping says with an annotation or in its own SQL. */
record ForeignKeyRules(Action onDelete, Action onUpdate, Deferral deferral) {

    private static final String ACTION = "\\s+(cascade|set\\s+null|set\\s+default|restrict|no\\s+action)\\b";

    private static final Pattern ON_DELETE = Pattern.compile("\\bon\\s+delete" + ACTION, Pattern.CASE_INSENSITIVE);

    private static final Pattern ON_UPDATE = Pattern.compile("\\bon\\s+update" + ACTION, Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFERRABLE = Pattern.compile(
            "(?<!not\\s)\\bdeferrable\\b(?<deferred>\\s+initially\\s+deferred)?", Pattern.CASE_INSENSITIVE);

    static ForeignKeyRules of(ForeignKey key) {
        OnDeleteAction action = key.getOnDeleteAction();
        Action onDelete = action == null ? Action.NO_ACTION : Action.valueOf(action.name());
        String definition = key.getKeyDefinition();
        if (definition == null || definition.isEmpty()) {
            return new ForeignKeyRules(onDelete, Action.NO_ACTION, Deferral.NOT_DEFERRABLE);
        }
        return new ForeignKeyRules(
                action(ON_DELETE, definition, onDelete),
                action(ON_UPDATE, definition, Action.NO_ACTION),
                deferral(definition));
    }

    private static Action action(Pattern pattern, String definition, Action usual) {
        Matcher matcher = pattern.matcher(definition);
        return matcher.find()
                ? Action.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"))
                : usual;
    }

    private static Deferral deferral(String definition) {
        Matcher matcher = DEFERRABLE.matcher(definition);
        if (!matcher.find()) {
            return Deferral.NOT_DEFERRABLE;
        }
        return matcher.group("deferred") == null ? Deferral.INITIALLY_IMMEDIATE : Deferral.INITIALLY_DEFERRED;
    }
}
