package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Editions;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cell;
import seedbed.verdict.FactFields;
import seedbed.verdict.Shown;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;
import seedbed.verdict.Warnings;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the page of an application for somebody.
@Singleton
class Reading {

  private final VisibleApplications visible;
  private final CaseFiles files;
  private final CaseRows rows;
  private final Steps steps;
  private final Objections objections;
  private final Notices notices;
  private final Archiving archiving;
  private final Qualms qualms;
  private final LapsingPapers papers;
  private final UnitFigures units;
  private final FactFields fields;
  private final SheetPlan plan;
  private final Editions editions;
  private final Titles titles;
  private final Regions regions;
  private final Permissions permissions;
  private final AdmissionSettings settings;
  private final Clock clock;

  Reading(
      VisibleApplications visible,
      CaseFiles files,
      CaseRows rows,
      Steps steps,
      Objections objections,
      Notices notices,
      Archiving archiving,
      Qualms qualms,
      LapsingPapers papers,
      UnitFigures units,
      FactFields fields,
      SheetPlan plan,
      Editions editions,
      Titles titles,
      Regions regions,
      Permissions permissions,
      AdmissionSettings settings,
      Clock clock) {
    this.visible = visible;
    this.files = files;
    this.rows = rows;
    this.steps = steps;
    this.objections = objections;
    this.notices = notices;
    this.archiving = archiving;
    this.qualms = qualms;
    this.papers = papers;
    this.units = units;
    this.fields = fields;
    this.plan = plan;
    this.editions = editions;
    this.titles = titles;
    this.regions = regions;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Application application(long id, Permission permission) {
    return visible
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的申请。"));
  }

  CaseFile file(long id, Permission permission) {
    return files.of(application(id, permission), permission.scope());
  }

  /// With what was typed just now.
  CaseFile file(long id, Permission permission, Map<String, String> typed) {
    return files.of(application(id, permission), permission.scope(), typed);
  }

  ApplicationPage page(CaseFile file, Permission permission) {
    return page(file, permission, false);
  }

  /// @param onlyOpen hides the clauses that are met
  ApplicationPage page(CaseFile file, Permission permission, boolean onlyOpen) {
    return page(
        file, permission, onlyOpen, FormErrors.of(file.entered().errors()), List.of(), noted(file));
  }

  /// What cannot be handed in yet.
  ///
  /// @param asked what its writer has not said that he looked at
  ApplicationPage unready(CaseFile file, Permission permission, List<Claims.Caution> asked) {
    return page(
        file, permission, false, FormErrors.of(file.entered().errors()), asked, noted(file));
  }

  private static Map<String, String> noted(CaseFile file) {
    String note = file.typed().get(Applying.NOTE);
    return note == null ? Map.of() : Map.of(Applying.NOTE, note);
  }

  /// With a form of the turn that was refused.
  ///
  /// @param typed by field
  ApplicationPage refused(
      CaseFile file, Permission permission, Map<String, String> typed, Refusal.Invalid wrong) {
    return page(file, permission, false, FormErrors.of(wrong.errors()), List.of(), typed);
  }

  private ApplicationPage page(
      CaseFile file,
      Permission permission,
      boolean onlyOpen,
      FormErrors errors,
      List<Claims.Caution> asked,
      Map<String, String> typed) {
    Application application = file.application();
    List<ApplicationPage.StepLine> steps = steps(application);
    List<UnitCheck> checks = rows.checks(application.id(), application.round());
    ApplicationPage.Doors doors = doors(application, permission, checks);
    return new ApplicationPage(
        head(file, permission),
        doors.write()
            ? fields.groups(file.chosen(), file.entered(), file.typed(), file.facts())
            : List.of(),
        file.entered().cells().size(),
        errors,
        asked,
        typed,
        doors.write() ? cautions(file) : List.of(),
        verdict(file, permission, onlyOpen),
        file.clauses(),
        checks,
        application.stage().writable()
            ? List.of()
            : checks.stream().filter(UnitCheck::doubted).toList(),
        doors.decide() ? qualms.of(file, permission.caller()) : List.of(),
        doors.check() ? own(file, permission) : List.of(),
        objections.findByApplicationIdOrderById(application.id()),
        steps,
        application.stage() == Stage.RETURNED
            ? steps.stream()
                .filter(line -> line.step().move() == Move.RETURN)
                .findFirst()
                .orElse(null)
            : null,
        doors);
  }

  /// What the company should look at before it hands the application in.
  List<Claims.Caution> cautions(CaseFile file) {
    return file.claims().cautions(file.facts(), plan.jumps());
  }

  private ApplicationPage.Head head(CaseFile file, Permission permission) {
    Application application = file.application();
    Optional<Notice> notice = notice(application);
    LocalDate today = LocalDate.now(clock);
    LocalDate due = application.dueOn();
    var company = file.known().company();
    return new ApplicationPage.Head(
        application.id(),
        application.version(),
        company.id(),
        company.name(),
        company.demo(),
        regions.findByCode(company.regionCode()).map(Region::name).orElse(""),
        titles.get(application.title()).label(),
        application.stage(),
        application.round(),
        application.since(),
        due,
        due == null ? 0 : ChronoUnit.DAYS.between(today, due),
        application.judgedOn(),
        application.verdictNumber(),
        application.noticeDocument(),
        application.noticeFrom(),
        application.noticeUntil(),
        notice.filter(Notice::backdated).map(Notice::enteredOn).orElse(null),
        notice.map(Notice::reason).orElse(null),
        notice.map(Notice::despite).orElse(null),
        ended(application),
        notice.isPresent() && permissions.allow(permission.caller(), Act.SEE_ARCHIVE)
            ? archiving.newestAbout(Series.NOTICE, NoticeRecord.KIND, application.id()).orElse(null)
            : null,
        today,
        settings.noticeDays());
  }

  private static @Nullable String ended(Application application) {
    LocalDate until = application.noticeUntil();
    if (until == null || !application.stage().writable()) {
      return null;
    }
    return application.brokenOff() ? "公示中止" : "公示期满，未入库";
  }

  /// The one that goes on; what was announced before an application came back is over.
  private Optional<Notice> notice(Application application) {
    return application.noticeFrom() == null ? Optional.empty() : notices.newest(application.id());
  }

  private @Nullable VerdictPanel verdict(CaseFile file, Permission permission, boolean onlyOpen) {
    Warnings warnings = papers.of(file, permission.caller());
    return file.rung()
        .flatMap(rung ->
            rung.verdict()
                .map(verdict ->
                    VerdictPanel.of(
                        file.known().company(),
                        rung.title(),
                        verdict,
                        editions,
                        file.application().stage().writable()
                            ? Sources.writing(file.judged(), file.facts(), warnings)
                            : Sources.alone(file.judged(), warnings),
                        onlyOpen)))
        .orElse(null);
  }

  private List<String> own(CaseFile file, Permission permission) {
    String unit = Objects.requireNonNullElse(permission.caller().unit(), "");
    return units.of(file).getOrDefault(unit, List.of()).stream()
        .map(cell -> told(file, cell))
        .toList();
  }

  private static String told(CaseFile file, Cell cell) {
    var facts = file.facts();
    return Shown.name(cell, facts.on()) + "：" + Shown.fact(cell.indicator(), facts.value(cell));
  }

  /// The newest first.
  private List<ApplicationPage.StepLine> steps(Application application) {
    Map<Long, List<CaseRows.Fault>> faults = rows.faults(application.id());
    return steps.findByApplicationIdOrderById(application.id()).stream()
        .sorted(Comparator.comparingLong(Step::id).reversed())
        .map(step -> new ApplicationPage.StepLine(step, faults.getOrDefault(step.id(), List.of())))
        .toList();
  }

  private ApplicationPage.Doors doors(
      Application application, Permission permission, List<UnitCheck> checks) {
    var caller = permission.caller();
    Stage stage = application.stage();
    boolean company = permissions.allow(caller, Act.APPLY);
    boolean office = permissions.allow(caller, Act.DECIDE_APPLICATION);
    boolean review = stage == Stage.TOWNSHIP && permissions.allow(caller, Act.REVIEW_APPLICATION);
    boolean turn =
        checks.stream().anyMatch(check -> check.open() && check.unit().equals(caller.unit()));
    boolean sendBack =
        review
            || (office
                && (stage == Stage.DEPARTMENTS || stage == Stage.OFFICE || stage == Stage.NOTICE));
    return new ApplicationPage.Doors(
        company && stage.writable(),
        company && Move.WITHDRAW.from(stage),
        review,
        stage == Stage.DEPARTMENTS && turn && permissions.allow(caller, Act.CHECK_APPLICATION),
        office && stage == Stage.DEPARTMENTS,
        office && stage == Stage.OFFICE,
        office && stage == Stage.NOTICE,
        sendBack,
        permissions.allow(caller, Act.SEE_COMPANIES),
        false);
  }
}
