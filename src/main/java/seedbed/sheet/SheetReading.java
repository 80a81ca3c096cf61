package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Indicators;
import seedbed.criteria.SheetPlan;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the page of a yearly sheet for somebody.
@Singleton
class SheetReading {

  private final VisibleSheets visible;
  private final VisibleCompanies companies;
  private final SheetPlan plan;
  private final SheetSteps steps;
  private final AnswerRows rows;
  private final Corrections corrections;
  private final CorrectionDoubts doubts;
  private final Regions regions;
  private final Permissions permissions;
  private final SheetCalendar calendar;
  private final Clock clock;

  SheetReading(
      VisibleSheets visible,
      VisibleCompanies companies,
      SheetPlan plan,
      SheetSteps steps,
      AnswerRows rows,
      Corrections corrections,
      CorrectionDoubts doubts,
      Regions regions,
      Permissions permissions,
      SheetCalendar calendar,
      Clock clock) {
    this.visible = visible;
    this.companies = companies;
    this.plan = plan;
    this.steps = steps;
    this.rows = rows;
    this.corrections = corrections;
    this.doubts = doubts;
    this.regions = regions;
    this.permissions = permissions;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Sheet sheet(long id, Permission permission) {
    return visible
        .find(id, permission.scope())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的填报表。"));
  }

  SheetPage page(SheetFile file, Permission permission) {
    return page(file, permission, file.sheet().stage().writable() ? file.errors() : List.of());
  }

  /// @param errors what is wrong with what was asked for
  SheetPage page(SheetFile file, Permission permission, List<FieldError> errors) {
    var returned = rows.faults(file.sheet().id());
    List<SheetStep> history = steps.findBySheetIdOrderByIdDesc(file.sheet().id());
    Map<String, String> faults =
        file.sheet().stage().writable() ? open(history, returned) : Map.of();
    // Who hands in what he does not owe is not late with it.
    boolean binds = visible.duty(file.sheet().companyId(), file.sheet().aboutYear()).binds();
    return new SheetPage(
        head(file, permission),
        groups(file, faults),
        FormErrors.of(errors),
        history.stream()
            .map(step ->
                new SheetPage.StepLine(
                    step,
                    step.late() && (step.move() != Move.SUBMIT || binds),
                    named(file, returned.getOrDefault(step.id(), Map.of()))))
            .toList(),
        corrections(file, permission),
        doors(file.sheet(), permission),
        false,
        "");
  }

  // What the last return was about, also after the answer to it was taken back.
  private static Map<String, String> open(
      List<SheetStep> history, Map<Long, Map<String, String>> returned) {
    return history.stream()
        .filter(step -> step.move() == Move.RETURN)
        .findFirst()
        .map(step -> returned.getOrDefault(step.id(), Map.of()))
        .orElse(Map.of());
  }

  private static Map<String, String> named(SheetFile file, Map<String, String> faults) {
    Map<String, String> named = new LinkedHashMap<>();
    faults.forEach((code, reason) ->
        named.put(file.line(code).map(line -> line.entry().label()).orElse(code), reason));
    return named;
  }

  private List<SheetPage.CorrectionLine> corrections(SheetFile file, Permission permission) {
    boolean decides = permissions.allow(permission.caller(), Act.DECIDE_CORRECTION);
    LocalDate today = LocalDate.now(clock);
    return corrections.findBySheetIdOrderByIdDesc(file.sheet().id()).stream()
        .flatMap(correction ->
            file.line(correction.field()).stream()
                .map(line ->
                    SheetWords.correction(
                        correction,
                        line,
                        Awaited.of(correction, line, clock.getZone()),
                        correction.open() ? doubts.of(file, correction) : List.of(),
                        today,
                        decides)))
        .toList();
  }

  /// The form of a request for a correction.
  ///
  /// @param value as typed; null for what the sheet says
  CorrectionPage correction(
      SheetFile file,
      String code,
      @Nullable String value,
      String reason,
      FormErrors errors,
      Permission permission) {
    SheetLine line =
        file.line(code).orElseThrow(() -> new Refusal.Invalid("field", "请从填报表上选择要更正的指标。"));
    return new CorrectionPage(
        file.sheet().id(),
        file.sheet().aboutYear(),
        head(file, permission).company(),
        code,
        line.entry().label(),
        line.entry().hint(),
        SheetLine.unit(line.indicator()),
        SheetWords.type(line.indicator()),
        SheetWords.options(line.indicator()),
        SheetLine.shown(line.indicator(), line.now()),
        value == null ? line.field() : value,
        reason,
        awaited(file.sheet(), line),
        value == null ? List.of() : doubts.of(file, code, value),
        errors);
  }

  /// What an earlier correction of the value still waits for.
  private @Nullable String awaited(Sheet sheet, SheetLine line) {
    return corrections.findBySheetIdOrderByIdDesc(sheet.id()).stream()
        .filter(correction -> correction.field().equals(line.code()))
        .flatMap(correction -> Stream.ofNullable(Awaited.of(correction, line, clock.getZone())))
        .map(Awaited::sentence)
        .findFirst()
        .orElse(null);
  }

  /// What the company is told that took it back.
  String withdrawn(Sheet sheet) {
    return new Withdrawn(
            "填报表",
            "这一年度",
            visible.duty(sheet.companyId(), sheet.aboutYear()).relief(),
            sheet.due(calendar.yearlyDue(sheet.aboutYear())))
        .sentence(LocalDate.now(clock));
  }

  private SheetPage.Head head(SheetFile file, Permission permission) {
    Sheet sheet = file.sheet();
    Company company =
        companies
            .find(sheet.companyId(), Known.today(permission.scope(), clock))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + sheet.id() + " 的填报表。"));
    LocalDate due = sheet.due(calendar.yearlyDue(sheet.aboutYear()));
    return new SheetPage.Head(
        sheet.id(),
        sheet.version(),
        company.id(),
        company.name(),
        company.demo(),
        regions.findByCode(company.regionCode()).map(Region::name).orElse(""),
        sheet.aboutYear(),
        sheet.stage(),
        sheet.round(),
        sheet.since(),
        due,
        sheet.stage() == Stage.DRAFT
            ? visible.duty(company.id(), sheet.aboutYear()).relief()
            : null,
        due == null ? 0 : ChronoUnit.DAYS.between(LocalDate.now(clock), due),
        file.filled(),
        file.lines().size(),
        file.changes(),
        file.doubts().stream().filter(doubt -> !doubt.error()).map(Doubt::code).distinct().count(),
        file.unexplained().stream().map(FieldError::field).distinct().count());
  }

  private List<SheetPage.Group> groups(SheetFile file, Map<String, String> faults) {
    return plan.groups().entrySet().stream()
        .map(group -> {
          List<SheetLine> lines =
              group.getValue().stream()
                  .map(Indicators.Entry::code)
                  .flatMap(code -> file.line(code).stream())
                  .toList();
          return SheetPage.Group.of(
              group.getKey().code(),
              group.getKey().label(),
              lines.stream()
                  .map(line -> SheetWords.row(line, file, faults.get(line.code())))
                  .toList());
        })
        .toList();
  }

  private SheetPage.Doors doors(Sheet sheet, Permission permission) {
    var caller = permission.caller();
    return new SheetPage.Doors(
        sheet.stage().writable() && permissions.allow(caller, Act.FILL_SHEET),
        Move.WITHDRAW.from(sheet.stage()) && permissions.allow(caller, Act.FILL_SHEET),
        sheet.stage() == Stage.TOWNSHIP && permissions.allow(caller, Act.VERIFY_SHEET),
        sheet.stage().over() && permissions.allow(caller, Act.FILL_SHEET),
        permissions.allow(caller, Act.SEE_COMPANIES));
  }
}
