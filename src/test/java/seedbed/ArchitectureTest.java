package seedbed;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/// Who may know whom.
final class ArchitectureTest {

  private static final JavaClasses seedbed =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::writtenByUs)
          .importPackages("seedbed");

  @Test
  void rulesDependOnNothingButTheJdk() {
    classes()
        .that(resideInAPackage("seedbed.criteria.rule.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("seedbed.criteria.rule..", "java..", "org.jspecify.."))
        .check(seedbed);
  }

  @Test
  void featuresDependDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("rule")
        .definedBy("seedbed.criteria.rule..")
        .layer("criteria")
        .definedBy("seedbed.criteria")
        .layer("company")
        .definedBy("seedbed.company..")
        .layer("figure")
        .definedBy("seedbed.figure..")
        .layer("assessment")
        .definedBy("seedbed.assessment..")
        .layer("report")
        .definedBy("seedbed.report..")
        .whereLayer("rule")
        .mayNotAccessAnyLayer()
        .whereLayer("criteria")
        .mayOnlyAccessLayers("rule")
        .whereLayer("company")
        .mayOnlyAccessLayers("rule", "criteria")
        .whereLayer("figure")
        .mayOnlyAccessLayers("rule", "criteria", "company")
        .whereLayer("assessment")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure")
        .whereLayer("report")
        .mayNotBeAccessedByAnyLayer()
        .check(seedbed);
  }

  @Test
  void commonGroundKnowsNoFeature() {
    noClasses()
        .that(resideInAnyPackage("seedbed.web..", "seedbed.startup.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "seedbed.criteria..",
                "seedbed.company..",
                "seedbed.figure..",
                "seedbed.assessment..",
                "seedbed.report.."))
        .allowEmptyShould(true)
        .check(seedbed);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("seedbed.(**)").should().beFreeOfCycles().check(seedbed);
  }

  /// Classes whose name begins with a dollar sign are Micronaut's, made at compile time.
  private static boolean writtenByUs(Location location) {
    return !location.contains("/$");
  }
}
