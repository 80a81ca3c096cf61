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
        .layer("pdf")
        .definedBy("seedbed.pdf..")
        .layer("review")
        .definedBy("seedbed.review..")
        .layer("plan")
        .definedBy("seedbed.plan..")
        .layer("request")
        .definedBy("seedbed.request..")
        .layer("reward")
        .definedBy("seedbed.reward..")
        .layer("nomination")
        .definedBy("seedbed.nomination..")
        .layer("imports")
        .definedBy("seedbed.imports..")
        .layer("meeting")
        .definedBy("seedbed.meeting..")
        .layer("bulletin")
        .definedBy("seedbed.bulletin..")
        .layer("report")
        .definedBy("seedbed.report..")
        .layer("seed")
        .definedBy("seedbed.seed..")
        .layer("spreadsheet")
        .definedBy("seedbed.spreadsheet..")
        .layer("secret")
        .definedBy("seedbed.secret..")
        .layer("sql")
        .definedBy("seedbed.sql..")
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
        .layer("visit")
        .definedBy("seedbed.visit..")
        .layer("inbox")
        .definedBy("seedbed.inbox..")
        .layer("inspection")
        .definedBy("seedbed.inspection..")
        .layer("schedule")
        .definedBy("seedbed.schedule..")
        .layer("calendar")
        .definedBy("seedbed.calendar..")
        .layer("obligation")
        .definedBy("seedbed.obligation..")
        .layer("reminder")
        .definedBy("seedbed.reminder..")
        .layer("web")
        .definedBy("seedbed.web..")
        .layer("startup")
        .definedBy("seedbed.startup..")
        .whereLayer("rule")
        .mayNotAccessAnyLayer()
        .whereLayer("criteria")
        .mayOnlyAccessLayers("rule", "sql", "access", "audit", "web", "startup")
        .whereLayer("company")
        .mayOnlyAccessLayers("rule", "criteria", "sql", "access", "audit", "web")
        .whereLayer("figure")
        .mayOnlyAccessLayers("rule", "criteria", "company", "sql", "access", "audit", "web")
        .whereLayer("assessment")
        .mayOnlyAccessLayers(
            "rule", "criteria", "company", "figure", "sql", "access", "audit", "web")
        .whereLayer("verdict")
        .mayOnlyAccessLayers("rule", "criteria", "company", "figure", "assessment", "web")
        .whereLayer("recognition")
        .mayOnlyAccessLayers(
            "inbox",
            "obligation",
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "archive",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("admission")
        .mayOnlyAccessLayers(
            "inbox",
            "obligation",
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "recognition",
            "archive",
            "evidence",
            "content",
            "word",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("drafting")
        .mayOnlyAccessLayers(
            "rule", "criteria", "company", "assessment", "sql", "access", "audit", "web")
        .whereLayer("sheet")
        .mayOnlyAccessLayers(
            "inbox",
            "obligation",
            "rule",
            "criteria",
            "company",
            "figure",
            "verdict",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("content")
        .mayNotAccessAnyLayer()
        .whereLayer("evidence")
        .mayOnlyAccessLayers(
            "content",
            "rule",
            "criteria",
            "company",
            "figure",
            "obligation",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("folder")
        .mayOnlyAccessLayers(
            "content",
            "evidence",
            "pdf",
            "admission",
            "rule",
            "criteria",
            "company",
            "assessment",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("archive")
        .mayOnlyAccessLayers(
            "content",
            "evidence",
            "criteria",
            "company",
            "spreadsheet",
            "word",
            "secret",
            "sql",
            "access",
            "audit",
            "signin",
            "web")
        .whereLayer("word")
        .mayOnlyAccessLayers("web")
        .whereLayer("pdf")
        .mayOnlyAccessLayers("web")
        .whereLayer("review")
        .mayOnlyAccessLayers(
            "obligation",
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "recognition",
            "archive",
            "content",
            "spreadsheet",
            "word",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("plan")
        .mayOnlyAccessLayers(
            "inbox",
            "obligation",
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "verdict",
            "content",
            "evidence",
            "archive",
            "spreadsheet",
            "word",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("request")
        .mayOnlyAccessLayers(
            "obligation",
            "calendar",
            "criteria",
            "company",
            "content",
            "evidence",
            "inbox",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "account",
            "portfolio",
            "schedule",
            "web")
        .whereLayer("reward")
        .mayOnlyAccessLayers(
            "criteria", "company", "archive", "spreadsheet", "sql", "access", "audit", "web")
        .whereLayer("nomination")
        .mayOnlyAccessLayers(
            "rule",
            "criteria",
            "company",
            "figure",
            "assessment",
            "archive",
            "spreadsheet",
            "word",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("imports")
        .mayOnlyAccessLayers(
            "admission",
            "archive",
            "reward",
            "rule",
            "criteria",
            "company",
            "figure",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("meeting")
        .mayOnlyAccessLayers(
            "rule",
            "obligation",
            "calendar",
            "criteria",
            "company",
            "sheet",
            "content",
            "evidence",
            "archive",
            "word",
            "account",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("bulletin")
        .mayOnlyAccessLayers(
            "rule",
            "obligation",
            "calendar",
            "criteria",
            "company",
            "sheet",
            "content",
            "archive",
            "word",
            "sql",
            "access",
            "audit",
            "web")
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
            "plan",
            "request",
            "nomination",
            "reward",
            "admission",
            "content",
            "evidence",
            "schedule",
            "portfolio",
            "visit",
            "meeting",
            "inspection",
            "word",
            "pdf",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("seed")
        .mayOnlyAccessLayers(
            "obligation",
            "criteria",
            "company",
            "figure",
            "admission",
            "drafting",
            "recognition",
            "sheet",
            "review",
            "plan",
            "request",
            "evidence",
            "nomination",
            "reward",
            "meeting",
            "bulletin",
            "archive",
            "inspection",
            "secret",
            "sql",
            "access",
            "account",
            "portfolio",
            "visit")
        .whereLayer("secret")
        .mayOnlyAccessLayers("startup")
        .whereLayer("sql")
        .mayNotAccessAnyLayer()
        .whereLayer("access")
        .mayOnlyAccessLayers("web")
        .whereLayer("audit")
        .mayOnlyAccessLayers("secret", "sql", "access", "spreadsheet", "web", "startup")
        .whereLayer("account")
        .mayOnlyAccessLayers("secret", "sql", "access", "audit", "web", "startup")
        .whereLayer("signin")
        .mayOnlyAccessLayers("secret", "sql", "access", "audit", "account", "web")
        .whereLayer("enrolment")
        .mayOnlyAccessLayers(
            "company",
            "spreadsheet",
            "secret",
            "sql",
            "access",
            "audit",
            "account",
            "signin",
            "web")
        .whereLayer("portfolio")
        .mayOnlyAccessLayers(
            "criteria", "company", "spreadsheet", "sql", "access", "audit", "account", "web")
        .whereLayer("visit")
        .mayOnlyAccessLayers(
            "criteria",
            "company",
            "content",
            "evidence",
            "portfolio",
            "request",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web")
        .whereLayer("inbox")
        .mayOnlyAccessLayers("sql", "access", "account", "web")
        .whereLayer("inspection")
        .mayOnlyAccessLayers(
            "obligation",
            "calendar",
            "criteria",
            "rule",
            "company",
            "archive",
            "content",
            "inbox",
            "spreadsheet",
            "word",
            "pdf",
            "secret",
            "sql",
            "access",
            "audit",
            "account",
            "portfolio",
            "web")
        .whereLayer("schedule")
        .mayOnlyAccessLayers("sql", "access", "web")
        .whereLayer("calendar")
        .mayOnlyAccessLayers("criteria", "sql", "access", "audit", "web")
        .whereLayer("obligation")
        .mayOnlyAccessLayers(
            "criteria",
            "company",
            "calendar",
            "spreadsheet",
            "sql",
            "access",
            "audit",
            "web",
            "startup")
        .whereLayer("reminder")
        .mayOnlyAccessLayers(
            "criteria",
            "company",
            "calendar",
            "obligation",
            "schedule",
            "inbox",
            "secret",
            "account",
            "sql",
            "access",
            "audit",
            "web",
            "startup")
        .whereLayer("spreadsheet")
        .mayOnlyAccessLayers("web")
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
