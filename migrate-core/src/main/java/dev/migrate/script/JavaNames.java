package dev.migrate.script;

import java.util.Locale;
import java.util.Set;

import dev.migrate.error.MigrateException;

/** Names of packages and classes. */
final class JavaNames {

    /** What a class could not be called beside what its source uses, or what somebody adds to it. */
    private static final Set<String> USED = Set.of(
            "Operations",
            "JavaRevision",
            "RevisionHeader",
            "Override",
            "Object",
            "String",
            "Byte",
            "Short",
            "Long",
            "Float",
            "Double",
            "Types",
            "ColumnDefinition");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    private JavaNames() {}

    /** Returns the name without blanks around it if it is one of a package. */
    static String checkPackage(String name) {
        String stripped = name.strip();
        for (String part : stripped.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                throw new MigrateException(
                        "'" + Printable.of(name) + "' is no name of a package",
                        "Write `migrate.java-packages` as in com.example.app.revisions, several separated by commas.");
            }
        }
        return stripped;
    }

    /**
     * Returns a name for the class of a revision that tells what it does.
     *
     * @param taken what it cannot be
     */
    static String classFor(NewRevision revision, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        for (String word : Slug.of(revision.message()).split("_", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        if (name.toString().equals("Revision")) {
            return "Revision" + revision.id();
        }
        if (Character.isDigit(name.charAt(0))) {
            name.insert(0, "Revision");
        }
        boolean used = USED.contains(name.toString()) || taken.contains(name.toString());
        return used ? name + "Revision" : name.toString();
    }

    private static boolean isIdentifier(String word) {
        return !word.isEmpty()
                && !KEYWORDS.contains(word)
                && Character.isJavaIdentifierStart(word.codePointAt(0))
                && word.codePoints().allMatch(Character::isJavaIdentifierPart);
    }
}
