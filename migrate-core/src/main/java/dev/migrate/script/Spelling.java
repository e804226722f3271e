package dev.migrate.script;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Guesses which of our words somebody meant. */
final class Spelling {

    private static final int LONGEST = 32;

    private Spelling() {}

    /** Returns the known word that differs in at most two letters, in one for a short word, or {@code null}. */
    static @Nullable String closest(String written, List<String> known) {
        if (written.length() > LONGEST) {
            return null;
        }
        String word = written.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        int best = word.length() < 6 ? 2 : 3;
        String closest = null;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < best) {
                best = distance;
                closest = candidate;
            }
        }
        return closest;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
