package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSequence;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;

/** Sequences, enum types and domains. Those that the model does not know are left alone. */
final class TypeComparison implements Comparison {

    @Override
    public void compare(SchemaPair pair, Differences found) {
        Map<ObjectName, Sequence> sequences = new HashMap<>();
        pair.actual().sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
        for (Sequence wanted : pair.wanted().sequences()) {
            Sequence actual = sequences.get(wanted.name());
            if (actual == null) {
                found.add(new CreateSequence(wanted));
            } else if (pair.detail() == Detail.EVERYTHING && !actual.equals(wanted)) {
                found.add(new AlterSequence(wanted, actual));
            } else if (actual.increment() != wanted.increment()) {
                found.add(new AlterSequence(increment(actual, wanted.increment()), actual));
            }
        }
        Map<ObjectName, EnumType> enums = new HashMap<>();
        pair.actual().enums().forEach(type -> enums.put(type.name(), type));
        for (EnumType wanted : pair.wanted().enums()) {
            EnumType actual = enums.get(wanted.name());
            if (actual == null) {
                found.add(new CreateEnum(wanted));
            } else {
                added(actual, wanted, found);
            }
        }
        others(pair, found);
    }

    /** A domain that is there is not compared, and neither is what has a text of its own. */
    private static void others(SchemaPair pair, Differences found) {
        Map<ObjectName, Domain> there = new HashMap<>();
        pair.actual().domains().forEach(domain -> there.put(domain.name(), domain));
        for (Domain wanted : pair.wanted().domains()) {
            Domain actual = there.get(wanted.name());
            if (actual == null) {
                found.add(new CreateDomain(wanted));
            } else if (!actual.equals(wanted)) {
                found.leaveAlone("Domain " + wanted.name() + " is not what the model says; write the change by hand.");
            }
        }
        Set<String> known = titles(pair.actual());
        titles(pair.wanted()).stream()
                .filter(title -> !known.contains(title))
                .forEach(title -> found.leaveAlone("The model has a " + title + ", which is not generated."));
        beyond(pair, known, found);
    }

    /** What only the database has, and no operation of a comparison removes. */
    private static void beyond(SchemaPair pair, Set<String> objects, Differences found) {
        Set<String> left = new TreeSet<>(objects);
        pair.actual().sequences().forEach(sequence -> left.add("sequence " + sequence.name()));
        pair.actual().enums().forEach(type -> left.add("enum type " + type.name()));
        pair.actual().domains().forEach(domain -> left.add("domain " + domain.name()));
        left.removeAll(titles(pair.wanted()));
        pair.wanted().sequences().forEach(sequence -> left.remove("sequence " + sequence.name()));
        pair.wanted().enums().forEach(type -> left.remove("enum type " + type.name()));
        pair.wanted().domains().forEach(domain -> left.remove("domain " + domain.name()));
        if (!left.isEmpty()) {
            found.leaveAlone("Not compared: " + String.join(", ", left));
        }
    }

    private static Set<String> titles(Schema schema) {
        Set<String> titles = new TreeSet<>();
        schema.objects().forEach(object -> titles.add(object.title()));
        return titles;
    }

    /** Where values are gone or have moved, the type was made anew before. */
    private static void added(EnumType actual, EnumType wanted, Differences found) {
        List<String> there = new ArrayList<>(actual.values());
        for (int i = 0; i < wanted.values().size(); i++) {
            String value = wanted.values().get(i);
            if (there.contains(value)) {
                continue;
            }
            String after = i == 0 ? null : wanted.values().get(i - 1);
            boolean last = after == null || there.indexOf(after) == there.size() - 1;
            String before = after == null && !there.isEmpty() ? there.get(0) : null;
            found.add(new AddEnumValue(wanted.name(), value, before, last ? null : after));
            there.add(before != null ? 0 : last ? there.size() : there.indexOf(after) + 1, value);
        }
    }

    private static Sequence increment(Sequence actual, long increment) {
        return new Sequence(
                actual.name(),
                actual.start(),
                increment,
                actual.minimum(),
                actual.maximum(),
                actual.cache(),
                actual.wrap());
    }
}
