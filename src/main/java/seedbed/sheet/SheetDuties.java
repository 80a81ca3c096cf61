package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
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
  private final SheetSettings settings;
  private final OperatingSettings operatingSettings;
  private final Clock clock;

  SheetDuties(
      VisibleSheets visible,
      VisibleOperating operating,
      Sheets sheets,
      SheetSettings settings,
      OperatingSettings operatingSettings,
      Clock clock) {
    this.visible = visible;
    this.operating = operating;
    this.sheets = sheets;
    this.settings = settings;
    this.operatingSettings = operatingSettings;
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

  /// Empty for a company that neither owes one nor began one.
  public Optional<Duty> of(long company) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    Optional<Sheet> sheet = sheets.findByCompanyIdAndAboutYear(company, year);
    if (sheet.isEmpty()
        && visible.count(new SheetQuery(year, null, null, null), new Scope.Single(company)) == 0) {
      return Optional.empty();
    }
    @Nullable LocalDate due = sheet.map(Sheet::dueOn).orElse(settings.due(year));
    Stage stage = sheet.map(Sheet::stage).orElse(Stage.DRAFT);
    boolean late = stage.writable() && due != null && today.isAfter(due);
    return Optional.of(
        new Duty(
            year,
            sheet.isEmpty() ? "未开始" : stage.label(),
            late ? "not" : stage.styleClass(),
            due == null || !stage.writable() ? "" : "期限 " + due + (late ? "，已过期限" : ""),
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
        operating.count(operatingSettings.latest(today), VisibleOperating.Standing.WARNED, scope));
  }

  private long count(int year, Standing standing, Scope scope) {
    return visible.count(new SheetQuery(year, standing, null, null), scope);
  }
}
