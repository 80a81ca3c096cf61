package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.sheet.VisibleOperating.Standing;
import seedbed.verdict.Shown;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes the list of operating sheets of a period.
@Singleton
class OperatingLists {

  private static final int PERIODS = 8;

  private final VisibleOperating visible;
  private final SheetCalendar calendar;
  private final Clock clock;

  OperatingLists(VisibleOperating visible, SheetCalendar calendar, Clock clock) {
    this.visible = visible;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// `2026-9` as an address names it; the last one that is over where it names none.
  OperatingPeriod period(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return calendar.latest(LocalDate.now(clock));
    }
    if (!typed.matches("20[0-9]{2}-([1-9]|1[0-2])")) {
      throw new Refusal.Invalid("period", "没有“" + typed + "”这个填报期，请从页面上选择。");
    }
    String[] parts = typed.split("-", 2);
    return new OperatingPeriod(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  @Nullable Standing standing(@Nullable String typed) {
    return typed == null || typed.isBlank()
        ? null
        : Standing.of(typed)
            .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + typed + "”这种状态，请从页面上选择。"));
  }

  OperatingList list(
      OperatingPeriod period,
      @Nullable Standing standing,
      PageRequest page,
      Permission permission) {
    var scope = permission.scope();
    return new OperatingList(
        period.label(),
        address(period),
        calendar.due(period).orElse(null),
        periods(),
        new OperatingList.Totals(
            visible.owed(period, scope),
            visible.count(period, Standing.MISSING, scope),
            visible.count(period, Standing.LATE, scope),
            visible.count(period, Standing.WARNED, scope)),
        chips(period, standing, permission),
        standing == null ? "" : standing.code(),
        visible.list(period, standing, scope, page.size(), page.offset()).stream()
            .map(this::line)
            .toList(),
        Pager.of(page, visible.count(period, standing, scope)));
  }

  private static String address(OperatingPeriod period) {
    return period.year() + "-" + period.throughMonth();
  }

  private List<Choice> periods() {
    return calendar.latest(LocalDate.now(clock), PERIODS).stream()
        .map(period -> new Choice(address(period), period.label()))
        .toList();
  }

  private Chips chips(OperatingPeriod period, @Nullable Standing standing, Permission permission) {
    return new Chips(
        "状态",
        "show",
        Stream.concat(
                Stream.of(new Chips.Chip("全部", "", null, standing == null)),
                Stream.of(Standing.values())
                    .map(each ->
                        new Chips.Chip(
                            each.label(),
                            each.code(),
                            visible.count(period, each, permission.scope()),
                            each == standing)))
            .toList());
  }

  private OperatingList.Line line(VisibleOperating.Row row) {
    Operating.Stage stage = row.stage();
    boolean missing = stage == null || stage == Operating.Stage.DRAFT;
    @Nullable String relief = missing ? row.duty().relief() : null;
    boolean late =
        missing
            && relief == null
            && row.dueOn() != null
            && LocalDate.now(clock).isAfter(row.dueOn());
    return new OperatingList.Line(
        row.companyId(),
        row.sheet(),
        row.company(),
        row.demo(),
        row.region(),
        relief == null ? (stage == null ? "未开始" : stage.label()) + (late ? "，已过期限" : "") : relief,
        row.duty().said(relief),
        late ? "not" : stage == null ? "" : OperatingReading.styleClass(stage),
        Shown.number(row.sales() == null ? null : row.sales().toPlainString(), "万元"),
        OperatingReading.change(row.sales(), row.beforeSales()),
        Shown.number(row.forecast() == null ? null : row.forecast().toPlainString(), "万元"),
        row.warnings());
  }
}
