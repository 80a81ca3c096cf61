package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.sheet.SheetQuery.Standing;
import seedbed.web.Address;

/// What is to do with sheets, for the first pages of those who do it.
@Singleton
public class SheetDuties {

  private final VisibleSheets visible;
  private final VisibleOperating operating;
  private final Sheets sheets;
  private final SheetCalendar calendar;
  private final Clock clock;

  SheetDuties(
      VisibleSheets visible,
      VisibleOperating operating,
      Sheets sheets,
      SheetCalendar calendar,
      Clock clock) {
    this.visible = visible;
    this.operating = operating;
    this.sheets = sheets;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// A company's sheet of the last full year.
  ///
  /// @param due by when, in words; empty when nothing is due
  public record Duty(int year, String state, String styleClass, String due, Address to) {}

  /// How much waits among the companies of a scope.
  ///
  /// @param warned companies whose last operating sheet warns
  @Introspected
  public record Waiting(int year, long toCheck, long late, long corrections, long warned) {

    public boolean any() {
      return toCheck + late + corrections + warned > 0;
    }
  }

  /// Empty for a company that neither owes one nor began one. One that is let off, or does not owe
  /// what it began, is reminded of no day.
  public Optional<Duty> of(long company) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    Optional<Sheet> sheet = sheets.findByCompanyIdAndAboutYear(company, year);
    if (sheet.isEmpty()
        && visible.count(new SheetQuery(year, null, null, null), new Scope.Single(company)) == 0) {
      return Optional.empty();
    }
    @Nullable LocalDate due =
        sheet.isEmpty() ? calendar.yearlyDue(year) : sheet.get().due(calendar.yearlyDue(year));
    Stage stage = sheet.map(Sheet::stage).orElse(Stage.DRAFT);
    boolean asked = stage != Stage.DRAFT || visible.duty(company, year).binds();
    boolean late = asked && stage.writable() && due != null && today.isAfter(due);
    return Optional.of(
        new Duty(
            year,
            sheet.isEmpty() ? "未开始" : stage.label(),
            late ? "not" : stage.styleClass(),
            due == null || !asked || !stage.writable() ? "" : "期限 " + due + (late ? "，已过期限" : ""),
            sheet.map(each -> SheetPages.address(each.id())).orElse(Address.of("/sheets"))));
  }

  public Waiting waiting(Scope scope) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    return new Waiting(
        year,
        count(year, Standing.WAITING, scope),
        count(year, Standing.LATE, scope),
        count(year, Standing.CORRECTING, scope),
        operating.count(calendar.latest(today), VisibleOperating.Standing.WARNED, scope));
  }

  /// A town some of whose companies are late with the sheet of the last full year.
  public record LateTown(String code, String name, int year, long owed, long late) {}

  /// @param on the day by which they were to be there
  public List<LateTown> lateTowns(Scope scope, LocalDate on) {
    int year = on.getYear() - 1;
    return visible.towns(new SheetQuery(year, null, null, null), scope, on).stream()
        .filter(town -> town.late() > 0)
        .map(town -> new LateTown(town.code(), town.name(), year, town.owed(), town.late()))
        .toList();
  }

  /// How many companies are late with the last operating sheet.
  ///
  /// @param code of the period in ASCII, such as 2026-9
  public record LateOperating(String period, String code, long late) {}

  /// @param on the day by which they were to be there
  public LateOperating lateOperating(Scope scope, LocalDate on) {
    OperatingPeriod period = calendar.latest(on);
    return new LateOperating(
        period.label(),
        period.year() + "-" + period.throughMonth(),
        operating.late(period, scope, on));
  }

  private long count(int year, Standing standing, Scope scope) {
    return visible.count(new SheetQuery(year, standing, null, null), scope);
  }
}
