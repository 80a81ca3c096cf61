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
import io.micronaut.http.annotation.Controller;
import org.junit.jupiter.api.Test;
import seedbed.company.Companies;
import seedbed.company.Registration;
import seedbed.company.TitleHoldings;
import seedbed.figure.Figures;

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
        .layer("verdict")
        .definedBy("seedbed.verdict..")
        .layer("recognition")
        .definedBy("seedbed.recognition..")
        .layer("admission")
        .definedBy("seedbed.admission..")
        .layer("drafting")
        .definedBy("seedbed.drafting..")
        .layer("sheet")
        .definedBy("seedbed.sheet..")
        .layer("content")
        .definedBy("seedbed.evidence.content..")
        .layer("evidence")
        .definedBy("seedbed.evidence")
        .layer("folder")
        .definedBy("seedbed.evidence.folder..")
        .layer("archive")
        .definedBy("seedbed.archive..")
        .layer("word")
        .definedBy("seedbed.word..")
        .layer("review")
        .definedBy("seedbed.review..")
        .layer("imports")
        .definedBy("seedbed.imports..")
        .layer("report")
        .definedBy("seedbed.report..")
        .layer("seed")
        .definedBy("seedbed.seed..")
        .layer("spreadsheet")
        .definedBy("seedbed.spreadsheet..")
        .layer("secret")
        .definedBy("seedbed.secret..")
        .layer("access")
        .definedBy("seedbed.access..")
        .layer("audit")
        .definedBy("seedbed.audit..")
        .layer("account")
        .definedBy("seedbed.account..")
        .layer("signin")
        .definedBy("seedbed.signin..")
        .layer("enrolment")
        .definedBy("seedbed.enrolment..")
        .layer("portfolio")
        .definedBy("seedbed.portfolio..")
        .layer("inspection")
        .definedBy("seedbed.inspection..")
        .layer("web")
        .definedBy("seedbed.web..")
        .layer("startup")
        .definedBy("seedbed.startup..")
        .whereLayer("rule")
        .mayNotAccessAnyLayer()
        .whereLayer("criteria")
        .mayOnlyAccessLayers("rule", "access", "audit", "web", "startup")
        .whereLayer("company")
        .mayOnlyAccessLayers("rule", "criteria", "access", "audit", "web")
        .whereLayer("figure")
        .mayOnlyAccessLayers("rule", "criteria", "company", "access", "audit", "web")
        .whereLayer("assessment")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure", "access", "audit", "web")
        .whereLayer("verdict")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure", "assessment", "web")
        .whereLayer("recognition")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "spreadsheet",
            "access",
            "audit",
            "web")
        .whereLayer("admission")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "recognition",
            "access",
            "audit",
            "web")
        .whereLayer("drafting")
        .mayOnlyAccessLayers("rule", "criteria", "company", "assessment", "access", "audit", "web")
        .whereLayer("sheet")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "verdict",
            "spreadsheet",
            "access",
            "audit",
            "web")
        .whereLayer("content")
        .mayNotAccessAnyLayer()
        .whereLayer("evidence")
        .mayOnlyAccessLayers(
            "content", "rule", "criteria", "company", "figure", "access", "audit", "web")
        .whereLayer("folder")
        .mayOnlyAccessLayers(
            "content",
            "evidence",
            "admission",
            "rule",
            "criteria",
            "company",
            "assessment",
            "access",
            "audit",
            "web")
        .whereLayer("archive")
        .mayOnlyAccessLayers("web")
        .whereLayer("word")
        .mayOnlyAccessLayers("web")
        .whereLayer("review")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "recognition",
            "archive",
            "spreadsheet",
            "word",
            "access",
            "audit",
            "web")
        .whereLayer("imports")
        .mayOnlyAccessLayers(
            "rule", "criteria", "company", "figure", "spreadsheet", "access", "audit", "web")
        .whereLayer("report")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "recognition",
            "sheet",
            "review",
            "spreadsheet",
            "access",
            "audit",
            "web")
        .whereLayer("seed")
        .mayOnlyAccessLayers(
            "company",
            "figure",
            "admission",
            "drafting",
            "recognition",
            "sheet",
            "review",
            "evidence",
            "secret",
            "access",
            "account",
            "portfolio")
        .whereLayer("secret")
        .mayOnlyAccessLayers("startup")
        .whereLayer("access")
        .mayOnlyAccessLayers("web")
        .whereLayer("audit")
        .mayOnlyAccessLayers("secret", "access", "spreadsheet", "web", "startup")
        .whereLayer("account")
        .mayOnlyAccessLayers("secret", "access", "audit", "web", "startup")
        .whereLayer("signin")
        .mayOnlyAccessLayers("secret", "access", "audit", "account", "web")
        .whereLayer("enrolment")
        .mayOnlyAccessLayers(
            "company", "spreadsheet", "secret", "access", "audit", "account", "signin", "web")
        .whereLayer("portfolio")
        .mayOnlyAccessLayers("access", "audit", "company", "account", "web")
        .whereLayer("inspection")
        .mayOnlyAccessLayers(
            "criteria", "rule", "company", "access", "audit", "account", "portfolio", "web")
        .whereLayer("spreadsheet")
        .mayNotAccessAnyLayer()
        .whereLayer("web")
        .mayNotAccessAnyLayer()
        .whereLayer("startup")
        .mayNotAccessAnyLayer()
        .ensureAllClassesAreContainedInArchitectureIgnoring("seedbed")
        .check(seedbed);
  }

  /// Pages and programs see companies through what takes a scope: forgetting it does not compile.
  @Test
  void controllersReachCompaniesWithinAScopeOnly() {
    noClasses()
        .that()
        .areAnnotatedWith(Controller.class)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Companies.class, TitleHoldings.class, Registration.class, Figures.class)
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
