package seedbed.sheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.verdict.Shown;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the page of a yearly sheet for somebody.
@Singleton
class SheetReading {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<Choice> YES_OR_NO =
      List.of(new Choice("yes", "是"), new Choice("no", "否"));

  private final VisibleSheets visible;
  private final VisibleCompanies companies;
  private final SheetPlan plan;
  private final SheetSteps steps;
  private final AnswerRows rows;
  private final Regions regions;
  private final Permissions permissions;
  private final Clock clock;

  SheetReading(
      VisibleSheets visible,
      VisibleCompanies companies,
      SheetPlan plan,
      SheetSteps steps,
      AnswerRows rows,
      Regions regions,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.companies = companies;
    this.plan = plan;
    this.steps = steps;
    this.rows = rows;
    this.regions = regions;
    this.permissions = permissions;
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
        file.sheet().stage() == Stage.RETURNED
            ? returned.getOrDefault(history.getFirst().id(), Map.of())
            : Map.of();
    return new SheetPage(
        head(file, permission),
        groups(file, faults),
        FormErrors.of(errors),
        history.stream()
            .map(step ->
                new SheetPage.StepLine(
                    step, named(file, returned.getOrDefault(step.id(), Map.of()))))
            .toList(),
        doors(file.sheet(), permission));
  }

  private static Map<String, String> named(SheetFile file, Map<String, String> faults) {
    Map<String, String> named = new LinkedHashMap<>();
    faults.forEach((code, reason) ->
        named.put(file.line(code).map(line -> line.entry().label()).orElse(code), reason));
    return named;
  }

  private SheetPage.Head head(SheetFile file, Permission permission) {
    Sheet sheet = file.sheet();
    Company company =
        companies
            .find(sheet.companyId(), Known.today(permission.scope(), clock))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + sheet.id() + " 的填报表。"));
    LocalDate due = sheet.dueOn();
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
          return new SheetPage.Group(
              group.getKey().code(),
              group.getKey().label(),
              lines.stream().filter(line -> !line.field().isEmpty()).count(),
              lines.stream().map(line -> row(line, file, faults.get(line.code()))).toList());
        })
        .toList();
  }

  private static SheetPage.Row row(SheetLine line, SheetFile file, @Nullable String fault) {
    Indicator indicator = line.indicator();
    List<Doubt> doubts =
        file.doubts().stream().filter(doubt -> doubt.code().equals(line.code())).toList();
    return new SheetPage.Row(
        line.code(),
        line.entry().label(),
        line.entry().hint(),
        SheetLine.unit(indicator),
        indicator.kind() == Indicator.Kind.DATE ? "date" : "text",
        options(indicator),
        line.field(),
        SheetLine.shown(indicator, line.now()),
        SheetLine.shown(indicator, line.before()),
        change(indicator, line.now(), line.before()),
        state(line),
        Stream.concat(
                Optional.ofNullable(line.wrong()).stream(),
                doubts.stream().filter(Doubt::error).map(Doubt::sentence))
            .findFirst()
            .orElse(null),
        doubts.stream().filter(doubt -> !doubt.error()).map(Doubt::sentence).toList(),
        line.remark(),
        fault);
  }

  private static List<Choice> options(Indicator indicator) {
    return switch (indicator.kind()) {
      case FLAG -> YES_OR_NO;
      case CHOICE ->
          indicator.options().stream()
              .map(option -> new Choice(option.code(), option.label()))
              .toList();
      case AMOUNT, PERCENT, COUNT, RANK, DATE -> List.of();
    };
  }

  private static SheetPage.State state(SheetLine line) {
    if (line.changed()) {
      return new SheetPage.State("本次填写", "held", "尚未提交");
    }
    if (line.disputed()) {
      return new SheetPage.State("来源不一致", "unknown", "");
    }
    Attested kept = line.kept();
    if (kept == null) {
      return new SheetPage.State("未填报", "", "");
    }
    Source source = kept.figure().source();
    String said =
        source.page() == null ? source.document() : source.document() + "，" + source.page();
    return kept.confirmed()
        ? new SheetPage.State("已核实", "met", said)
        : new SheetPage.State("待核实", "unknown", said);
  }

  /// `+12.30%`, `+3 人`, or that it changed.
  static String change(Indicator indicator, @Nullable Value now, @Nullable Value before) {
    if (now == null || before == null || now.equals(before)) {
      return now != null && before != null ? "未变" : "";
    }
    if (now instanceof Value.Decimal(var here) && before instanceof Value.Decimal(var there)) {
      return switch (indicator.kind()) {
        case AMOUNT, COUNT -> grown(here.subtract(there), there, indicator);
        case PERCENT, RANK -> signed(here.subtract(there), indicator);
        case CHOICE, FLAG, DATE -> "有变化";
      };
    }
    return "有变化";
  }

  // A share of nothing, or of a loss, says nothing.
  private static String grown(BigDecimal by, BigDecimal of, Indicator indicator) {
    if (of.signum() <= 0) {
      return signed(by, indicator);
    }
    BigDecimal share = by.multiply(HUNDRED).divide(of, 2, RoundingMode.HALF_UP);
    return (by.signum() > 0 ? "+" : "") + Shown.measured(share.toPlainString(), "%");
  }

  private static String signed(BigDecimal by, Indicator indicator) {
    return (by.signum() > 0 ? "+" : "") + Shown.change(by, indicator.unit());
  }

  private SheetPage.Doors doors(Sheet sheet, Permission permission) {
    var caller = permission.caller();
    return new SheetPage.Doors(
        sheet.stage().writable() && permissions.allow(caller, Act.FILL_SHEET),
        sheet.stage() == Stage.TOWNSHIP && permissions.allow(caller, Act.VERIFY_SHEET),
        permissions.allow(caller, Act.SEE_COMPANIES));
  }
}
