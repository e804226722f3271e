package dev.migrate.script;

/**
 * A part of a header that names revisions, and what such names may look like.
 *
 * @param key the part, as its author spells it
 * @param id whether only ids may stand there
 * @param line where it stands, 0 where there are no lines
 */
record HeaderName(String key, boolean id, int line) {

    private static final int LONGEST = 64;

    /** Tells whether a name can be used. */
    static boolean isUsable(String name, boolean id) {
        return !name.isEmpty() && name.length() <= LONGEST && isName(name, id);
    }

    /** Tells whether the name can be used; if not, says why. */
    boolean check(String name, Problems problems) {
        if (isUsable(name, id)) {
            return true;
        }
        if (name.isEmpty()) {
            String what = id ? "id" : "name";
            problems.add(line, "`" + key + "` lacks an " + what, "Separate several with one comma between two.");
        } else if (!isName(name, id)) {
            problems.add(line, "`" + Printable.of(name) + "` cannot be used in `" + key + "`", hint(name));
        } else {
            String length = " is " + name.length() + " characters long; " + LONGEST + " are allowed";
            problems.add(line, "`" + name + "`" + length, null);
        }
        return false;
    }

    private String hint(String name) {
        return key.equals("revises") && name.equals("<base>")
                ? "Leave `revises` out: a revision without it comes first."
                : "Letters, digits and underscores" + (id ? "" : ", and dots in a label") + " are allowed.";
    }

    private static boolean isName(String name, boolean id) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && !(c >= '0' && c <= '9') && (id || c != '.')) {
                return false;
            }
        }
        return true;
    }
}
