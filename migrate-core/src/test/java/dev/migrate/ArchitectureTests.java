package dev.migrate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.migrate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesUseLowerFloorsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("root")
            .definedBy("dev.migrate")
            .layer("run")
            .definedBy("dev.migrate.run..")
            .layer("autogenerate")
            .definedBy("dev.migrate.autogenerate..")
            .layer("lint")
            .definedBy("dev.migrate.lint..")
            .layer("backfill")
            .definedBy("dev.migrate.backfill..")
            .layer("dialect")
            .definedBy("dev.migrate.dialect..")
            .layer("script")
            .definedBy("dev.migrate.script..")
            .layer("operation")
            .definedBy("dev.migrate.operation..")
            .layer("revision")
            .definedBy("dev.migrate.revision..")
            .layer("inspect")
            .definedBy("dev.migrate.inspect..")
            .layer("hibernate")
            .definedBy("dev.migrate.hibernate..")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("autogenerate")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("lint")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("backfill")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers("root", "run", "autogenerate", "lint", "backfill")
            .whereLayer("script")
            .mayOnlyBeAccessedByLayers("root", "run", "autogenerate", "lint", "backfill")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("root", "run", "autogenerate", "lint", "backfill", "dialect", "script")
            .whereLayer("revision")
            .mayOnlyBeAccessedByLayers("root", "run", "autogenerate", "lint", "backfill", "dialect", "script");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.migrate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineKnowsNoSpringBoot =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot..");

    @ArchTest
    static final ArchRule hibernateStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("dev.migrate.hibernate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule operationsAreRecords = classes()
            .that()
            .implement(Operation.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule thereIsOneFamilyOfExceptions =
            classes().that().areAssignableTo(RuntimeException.class).should().beAssignableTo(MigrateException.class);

    @ArchTest
    static final ArchRule dialectsAreNotPublic =
            classes().that().implement("dev.migrate.dialect.Dialect").should().notBePublic();

    @ArchTest
    static final ArchRule lintRulesAreNotPublic = classes()
            .that()
            .implement("dev.migrate.lint.rule.LintRule")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static final ArchRule noPackageIsADrawerForOddments =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..", "..impl..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that(are("named package-info", type -> type.getSimpleName().equals("package-info")))
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");

    @ArchTest
    static final ArchRule nobodyWritesToTheStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static DescribedPredicate<JavaClass> are(String words, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(words, test);
    }
}
