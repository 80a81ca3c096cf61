package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// The yearly sheets that companies of somebody's scope owe.
///
/// @param mine how many wait for the reader
@Introspected
record SheetList(
    int year,
    LocalDate due,
    List<Choice> years,
    Totals totals,
    long mine,
    Chips chips,
    String town,
    String named,
    String show,
    List<Town> towns,
    List<Line> lines,
    Pager pager) {

  @Introspected
  record Totals(long owed, long handedIn, long missing, long late, long confirmed) {}

  @Introspected
  record Town(
      String code, String name, long owed, long handedIn, long missing, long late, long confirmed) {

    static Town of(VisibleSheets.Town town) {
      return new Town(
          town.code(),
          town.name(),
          town.owed(),
          town.handedIn(),
          town.owed() - town.handedIn(),
          town.late(),
          town.confirmed());
    }
  }

  /// @param excuse why it is let off; null where it is not
  @Introspected
  record Line(
      @Nullable Long sheet,
      String company,
      boolean demo,
      String region,
      String state,
      @Nullable String excuse,
      String styleClass,
      String owner,
      @Nullable LocalDate since,
      @Nullable LocalDate dueOn,
      boolean late) {}
}
