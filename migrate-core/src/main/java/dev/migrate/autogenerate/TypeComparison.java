package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSequence;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;

/** Sequences and enum types. Those that the model does not know are left alone. */
final class TypeComparison implements Comparison {

    @Override
    public void compare(SchemaPair pair, Differences found) {
        Map<ObjectName, Sequence> sequences = new HashMap<>();
        pair.actual().sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
        for (Sequence wanted : pair.wanted().sequences()) {
            Sequence actual = sequences.get(wanted.name());
            if (actual == null) {
                found.add(new CreateSequence(wanted));
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
