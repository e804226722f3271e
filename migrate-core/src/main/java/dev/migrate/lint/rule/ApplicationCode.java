package dev.migrate.lint.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.script.ScriptKind;

/** A revision uses entities or repositories, which will be other ones when it runs somewhere else. */
final class ApplicationCode implements LintRule {

    private static final List<String> MAPPINGS =
            List.of("jakarta/persistence/", "org/hibernate/", "org/springframework/data/");

    private static final List<String> MARKS = List.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Lorg/springframework/stereotype/Repository;",
            "org/springframework/data/repository/Repository",
            "org/springframework/data/jpa/repository/JpaRepository");

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "application-code-in-migration",
                "A revision uses entities or repositories, which will be other ones when it runs somewhere else.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        if (revision.script().kind() != ScriptKind.JAVA) {
            return;
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ApplicationCode.class.getClassLoader() : context;
        ClassConstants constants = ClassConstants.read(loader, revision.script().path());
        if (constants == null) {
            return;
        }
        for (String name : constants.classes()) {
            if (isMapping(name) || isMarked(loader, name)) {
                findings.add(name.replace('/', '.')
                        + " changes with the application, and this revision with it: plain SQL and"
                        + " records of its own stay as they are");
            }
        }
    }

    private static boolean isMapping(String name) {
        return MAPPINGS.stream().anyMatch(name::startsWith);
    }

    private static boolean isMarked(ClassLoader loader, String name) {
        boolean others = name.startsWith("java/") || name.startsWith("dev/migrate/operation") || name.startsWith("[");
        @Nullable ClassConstants constants = others ? null : ClassConstants.read(loader, name);
        return constants != null && constants.texts().stream().anyMatch(MARKS::contains);
    }
}
