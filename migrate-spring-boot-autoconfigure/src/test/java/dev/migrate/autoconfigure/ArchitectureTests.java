package dev.migrate.autoconfigure;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(
        packages = {"dev.migrate.autoconfigure", "dev.migrate.actuate", "dev.migrate.cli"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaMember> DECLARED_BY_AUTO_CONFIGURATION =
            new DescribedPredicate<>("are declared by an auto-configuration") {
                @Override
                public boolean test(JavaMember member) {
                    return member.getOwner().isAnnotatedWith(AutoConfiguration.class)
                            && !HasName.Predicates.name("<init>").test(member);
                }
            };

    private static final DescribedPredicate<JavaClass> MARKED =
            new DescribedPredicate<>("lie in a @NullMarked package") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                }
            };

    @ArchTest
    static final ArchRule AUTO_CONFIGURATIONS_ARE_PUBLIC_AND_FINAL = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule AUTO_CONFIGURATIONS_HAVE_NO_PUBLIC_MEMBERS =
            members().that(DECLARED_BY_AUTO_CONFIGURATION).should().notBePublic();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes().should(ArchCondition.from(MARKED));

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.migrate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_WIRING_KNOWS_NEITHER_ACTUATOR_NOR_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("dev.migrate.autoconfigure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.migrate.actuate..",
                    "dev.migrate.cli..",
                    "io.micrometer..",
                    "org.springframework.boot.actuate..");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..", "..impl..");
}
