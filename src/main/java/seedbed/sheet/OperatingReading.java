package seedbed.sheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import seedbed.figure.Value;
import seedbed.sheet.OperatingChecks.Warning;
import seedbed.verdict.Shown;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.LineChart;
import seedbed.web.Refusal;

/// Makes the pages of a company's operating sheets for somebody.
@Singleton
class OperatingReading {

  private static final int SHOWN = 12;
  private static final int BEGINNABLE = 4;

  private final VisibleOperating visible;
  private final VisibleCompanies companies;
  private final Operatings sheets;
  private final OperatingRows rows;
  private final OperatingSteps steps;
  private final Regions regions;
  private final Permissions permissions;
  private final SheetCalendar calendar;
  private final Clock clock;

  OperatingReading(
      VisibleOperating visible,
      VisibleCompanies companies,
      Operatings sheets,
      OperatingRows rows,
      OperatingSteps steps,
      Regions regions,
      Permissions permissions,
      SheetCalendar calendar,
      Clock clock) {
    this.visible = visible;
    this.companies = companies;
    this.sheets = sheets;
    this.rows = rows;
    this.steps = steps;
    this.regions = regions;
    this.permissions = permissions;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Operating sheet(long id, Permission permission) {
    return visible
        .find(id, permission.scope())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的运行情况表。"));
  }

  OperatingPage page(OperatingFile file, Permission permission) {
    return page(file, permission, file.sheet().writable() ? file.errors() : List.of());
  }

  OperatingPage page(OperatingFile file, Permission permission, List<FieldError> errors) {
    Operating sheet = file.sheet();
    OwedRows.Duty duty = visible.duty(sheet.companyId(), sheet.period());
    List<OperatingPage.StepLine> history = history(sheet, duty);
    return page(
        sheet.companyId(), permission, open(file, permission, duty, history), errors, history);
  }

  private List<OperatingPage.StepLine> history(Operating sheet, OwedRows.Duty duty) {
    Map<Long, List<String>> assured = rows.assurances(sheet.id());
    return steps.findBySheetIdOrderByIdDesc(sheet.id()).stream()
        .map(step ->
            new OperatingPage.StepLine(
                step, duty.binds() && step.late(), assured.getOrDefault(step.id(), List.of())))
        .toList();
  }

  // Handing it in again asks again.
  private static List<String> assured(List<OperatingPage.StepLine> history) {
    return history.stream()
        .filter(line -> line.step().move() == Operating.Move.SUBMIT)
        .findFirst()
        .map(OperatingPage.StepLine::assured)
        .orElse(List.of());
  }

  /// All of a company's sheets.
  OperatingPage page(long companyId, Permission permission) {
    return page(companyId, permission, null, List.of(), List.of());
  }

  private OperatingPage page(
      long companyId,
      Permission permission,
      OperatingPage.@Nullable Open open,
      List<FieldError> errors,
      List<OperatingPage.StepLine> history) {
    Company company =
        companies
            .find(companyId, Known.today(permission.scope(), clock))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + companyId + " 的企业。"));
    List<Operating> all = sheets.findByCompanyIdOrderByAboutYearDescAndThroughMonthDesc(companyId);
    boolean own = permissions.allow(permission.caller(), Act.FILL_SHEET);
    return new OperatingPage(
        companyId,
        company.name(),
        company.demo(),
        regions.findByCode(company.regionCode()).map(Region::name).orElse(""),
        open,
        FormErrors.of(errors),
        due(companyId, all, own),
        own,
        chart(all),
        lines(all),
        history,
        permissions.allow(permission.caller(), Act.SEE_COMPANIES),
        null);
  }

  private OperatingPage.Open open(
      OperatingFile file,
      Permission permission,
      OwedRows.Duty duty,
      List<OperatingPage.StepLine> history) {
    Operating sheet = file.sheet();
    LocalDate due = due(sheet);
    @Nullable String relief = duty.relief();
    return new OperatingPage.Open(
        sheet.id(),
        sheet.version(),
        sheet.period().label(),
        sheet.stage().label(),
        due,
        sheet.writable() && relief == null && LocalDate.now(clock).isAfter(due),
        relief,
        Stream.of(OperatingField.values()).map(field -> field(field, file)).toList(),
        file.warnings().stream().map(Warning::wording).toList(),
        sheet.writable() ? file.cautions().stream().map(FieldError::message).toList() : List.of(),
        sheet.writable() ? List.of() : assured(history),
        sheet.writable() && permissions.allow(permission.caller(), Act.FILL_SHEET),
        sheet.stage() == Operating.Move.WITHDRAW.from()
            && permissions.allow(permission.caller(), Act.FILL_SHEET),
        sheet.stage() == Operating.Stage.SUBMITTED
            && permissions.allow(permission.caller(), Act.VERIFY_SHEET),
        sheet.stage() == Operating.Stage.SEEN
            && permissions.allow(permission.caller(), Act.VERIFY_SHEET));
  }

  /// What the company is told that took it back.
  ///
  /// @param sheet as it was
  String withdrawn(Operating sheet) {
    return new Withdrawn(
            "运行情况表",
            "这一期",
            visible.duty(sheet.companyId(), sheet.period()).relief(),
            calendar.due(sheet.period()).orElse(sheet.dueOn()))
        .sentence(LocalDate.now(clock));
  }

  // Of what is not handed in, the day as it is now: days off may be announced after it was begun.
  private LocalDate due(Operating sheet) {
    return sheet.writable() ? calendar.due(sheet.period()).orElse(sheet.dueOn()) : sheet.dueOn();
  }

  private static OperatingPage.Field field(OperatingField field, OperatingFile file) {
    return new OperatingPage.Field(
        field.code(),
        field.label(),
        field.unit(),
        field.hint(),
        file.typed().getOrDefault(field.code(), ""),
        shown(field, file.now()),
        shown(field, file.lastYear()),
        change(field, file.now(), file.lastYear()));
  }

  private static String shown(OperatingField field, OperatingNumbers numbers) {
    return numbers
        .of(field)
        .map(value -> Shown.number(value.stripTrailingZeros().toPlainString(), field.unit()))
        .orElse("");
  }

  // The last periods that are over and have no sheet yet, the newest first. Who cannot begin them
  // is
  // shown those that are owed.
  private List<OperatingPage.Due> due(long company, List<Operating> all, boolean own) {
    LocalDate today = LocalDate.now(clock);
    List<OperatingPage.Due> due = new ArrayList<>();
    for (OperatingPeriod wanted : calendar.latest(today, BEGINNABLE)) {
      if (all.stream().noneMatch(sheet -> sheet.period().equals(wanted))) {
        LocalDate day = calendar.due(wanted).orElseThrow();
        OwedRows.Duty duty = visible.duty(company, wanted);
        if (own || duty.binds()) {
          due.add(
              new OperatingPage.Due(
                  wanted.year(),
                  wanted.throughMonth(),
                  wanted.label(),
                  day,
                  duty.binds() && today.isAfter(day),
                  duty.relief(),
                  duty.excuse()));
        }
      }
    }
    return due;
  }

  private @Nullable LineChart chart(List<Operating> all) {
    Map<OperatingPeriod, BigDecimal> sales = new HashMap<>();
    all.forEach(sheet ->
        sheet
            .handedIn()
            .of(OperatingField.SALES)
            .ifPresent(value -> sales.put(sheet.period(), value)));
    if (sales.isEmpty()) {
      return null;
    }
    int year = sales.keySet().stream().mapToInt(OperatingPeriod::year).max().orElseThrow();
    return LineChart.compared(
        "累计销售收入（万元），实线 " + year + " 年，虚线 " + (year - 1) + " 年",
        points(sales, year),
        points(sales, year - 1));
  }

  private List<LineChart.Point> points(Map<OperatingPeriod, BigDecimal> sales, int year) {
    return calendar.periods(year).stream()
        .map(period -> new LineChart.Point(period.months(), sales.get(period)))
        .toList();
  }

  private List<OperatingPage.Line> lines(List<Operating> all) {
    Map<OperatingPeriod, Operating> byPeriod = new HashMap<>();
    all.forEach(sheet -> byPeriod.put(sheet.period(), sheet));
    return all.stream()
        .limit(SHOWN)
        .map(sheet -> line(sheet, byPeriod.get(sheet.period().lastYear())))
        .toList();
  }

  private OperatingPage.Line line(Operating sheet, @Nullable Operating lastYear) {
    OperatingNumbers now = sheet.handedIn();
    OperatingNumbers before = lastYear == null ? OperatingNumbers.NONE : lastYear.handedIn();
    return new OperatingPage.Line(
        sheet.id(),
        sheet.period().label(),
        sheet.stage().label(),
        styleClass(sheet.stage()),
        shown(OperatingField.SALES, now),
        change(OperatingField.SALES, now, before),
        shown(OperatingField.FORECAST, now),
        shown(OperatingField.MARKET_SHARE, now),
        shown(OperatingField.NEW_CUSTOMERS, now),
        shown(OperatingField.RD_EXPENSE, now),
        shown(OperatingField.ORDERS, now),
        sheet.writable()
            ? List.of()
            : rows.warnings(sheet.id()).stream().map(Warning::wording).toList());
  }

  static String styleClass(Operating.Stage stage) {
    return switch (stage) {
      case DRAFT -> "";
      case SUBMITTED -> "unknown";
      case SEEN -> "met";
    };
  }

  private static String change(
      OperatingField field, OperatingNumbers now, OperatingNumbers before) {
    return SheetWords.change(
        field.indicator(),
        now.of(field).map(Value::number).orElse(null),
        before.of(field).map(Value::number).orElse(null));
  }

  /// Of sales against the same period of last year.
  static String change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    return SheetWords.change(
        OperatingField.SALES.indicator(),
        now == null ? null : Value.number(now),
        before == null ? null : Value.number(before));
  }
}
