package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.sheet.SheetQuery.Standing;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes the lists of yearly sheets.
@Singleton
class SheetLists {

  private static final int YEARS = 4;

  private final VisibleSheets visible;
  private final Sheets sheets;
  private final SheetCalendar calendar;
  private final Clock clock;

  SheetLists(VisibleSheets visible, Sheets sheets, SheetCalendar calendar, Clock clock) {
    this.visible = visible;
    this.sheets = sheets;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// What an address asks for.
  SheetQuery query(
      @Nullable Integer year,
      @Nullable String show,
      @Nullable String town,
      @Nullable String named) {
    String wanted = text(show);
    Standing standing =
        wanted == null
            ? null
            : Standing.of(wanted)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + wanted + "”这种状态，请从页面上选择。"));
    return new SheetQuery(year == null ? lastFullYear() : year, standing, text(town), text(named));
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  SheetList list(SheetQuery query, PageRequest page, Permission permission) {
    var all = query.standing(null);
    var towns = visible.towns(all, permission.scope());
    var lines =
        visible.list(query, permission.scope(), page.size(), page.offset()).stream()
            .map(this::line)
            .toList();
    boolean checks = permission.caller().role() == Role.TOWNSHIP;
    return new SheetList(
        query.year(),
        calendar.yearlyDue(query.year()),
        years(),
        totals(towns),
        checks ? visible.count(all.standing(Standing.WAITING), permission.scope()) : 0,
        chips(query, permission),
        query.town() == null ? "" : query.town(),
        query.named() == null ? "" : query.named(),
        query.standing() == null ? "" : query.standing().code(),
        towns.stream().map(SheetList.Town::of).toList(),
        lines,
        Pager.of(page, visible.count(query, permission.scope())));
  }

  private static SheetList.Totals totals(List<VisibleSheets.Town> towns) {
    long owed = towns.stream().mapToLong(VisibleSheets.Town::owed).sum();
    long handedIn = towns.stream().mapToLong(VisibleSheets.Town::handedIn).sum();
    return new SheetList.Totals(
        owed,
        handedIn,
        owed - handedIn,
        towns.stream().mapToLong(VisibleSheets.Town::late).sum(),
        towns.stream().mapToLong(VisibleSheets.Town::confirmed).sum());
  }

  private Chips chips(SheetQuery query, Permission permission) {
    var all = new Chips.Chip("全部", "", null, query.standing() == null);
    return new Chips(
        "状态",
        "show",
        Stream.concat(
                Stream.of(all),
                Stream.of(Standing.values())
                    .map(standing ->
                        new Chips.Chip(
                            standing.label(),
                            standing.code(),
                            visible.count(query.standing(standing), permission.scope()),
                            standing == query.standing())))
            .toList());
  }

  /// The years a list can be about, the newest first.
  private List<Choice> years() {
    return IntStream.range(0, YEARS)
        .map(back -> lastFullYear() - back)
        .mapToObj(year -> new Choice("" + year, year + " 年"))
        .toList();
  }

  SheetList.Line line(VisibleSheets.Row row) {
    Stage stage = row.stage();
    boolean open = stage == null || !stage.over();
    @Nullable String relief = stage == null || stage == Stage.DRAFT ? row.duty().relief() : null;
    boolean late = open && relief == null && LocalDate.now(clock).isAfter(row.dueOn());
    return new SheetList.Line(
        row.sheet(),
        row.company(),
        row.demo(),
        row.region(),
        relief != null ? relief : stage == null ? "未开始" : stage.label(),
        row.duty().said(relief),
        late ? "not" : stage == null ? "" : stage.styleClass(),
        stage == null ? "企业" : stage.owner(),
        row.since(),
        open && relief == null ? row.dueOn() : null,
        late);
  }

  OwnSheets own(long company) {
    LocalDate today = LocalDate.now(clock);
    return new OwnSheets(
        IntStream.range(0, YEARS)
            .mapToObj(back -> own(company, lastFullYear() - back, today))
            .toList());
  }

  private OwnSheets.Year own(long company, int year, LocalDate today) {
    @Nullable Sheet sheet = sheets.findByCompanyIdAndAboutYear(company, year).orElse(null);
    Stage stage = sheet == null ? Stage.DRAFT : sheet.stage();
    LocalDate expected = calendar.yearlyDue(year);
    @Nullable LocalDate due = sheet == null ? expected : sheet.due(expected);
    @Nullable String relief = stage == Stage.DRAFT ? visible.duty(company, year).relief() : null;
    // Older years are offered, not asked for.
    boolean late =
        relief == null
            && due != null
            && stage.writable()
            && today.isAfter(due)
            && (sheet != null || year == lastFullYear());
    return new OwnSheets.Year(
        year,
        sheet == null ? null : sheet.id(),
        sheet == null ? "未开始" : stage.label(),
        late ? "not" : sheet == null ? "" : stage.styleClass(),
        due,
        late,
        relief,
        stage.writable());
  }

  int lastFullYear() {
    return LocalDate.now(clock).getYear() - 1;
  }
}
