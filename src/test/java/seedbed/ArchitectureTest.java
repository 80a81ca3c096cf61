package seedbed;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

  /// A package that has no layer here fails too, so that each new one is given its place.
  @Test
  void packagesDependDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
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
        .layer("imports")
        .definedBy("seedbed.imports..")
        .layer("report")
        .definedBy("seedbed.report..")
        .layer("seed")
        .definedBy("seedbed.seed..")
        .layer("spreadsheet")
        .definedBy("seedbed.spreadsheet..")
        .layer("web")
        .definedBy("seedbed.web..")
        .layer("startup")
        .definedBy("seedbed.startup..")
        .whereLayer("rule")
        .mayNotAccessAnyLayer()
        .whereLayer("criteria")
        .mayOnlyAccessLayers("rule", "web", "startup")
        .whereLayer("company")
        .mayOnlyAccessLayers("rule", "criteria", "web")
        .whereLayer("figure")
        .mayOnlyAccessLayers("rule", "criteria", "company", "web")
        .whereLayer("assessment")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure", "web")
        .whereLayer("imports")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure", "spreadsheet", "web")
        .whereLayer("report")
        .mayOnlyAccessLayers(
            "rule", "criteria", "company", "figure", "assessment", "spreadsheet", "web")
        .whereLayer("seed")
        .mayOnlyAccessLayers("company", "figure")
        .whereLayer("spreadsheet")
        .mayNotAccessAnyLayer()
        .whereLayer("web")
        .mayNotAccessAnyLayer()
        .whereLayer("startup")
        .mayNotAccessAnyLayer()
        .ensureAllClassesAreContainedInArchitectureIgnoring("seedbed")
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
