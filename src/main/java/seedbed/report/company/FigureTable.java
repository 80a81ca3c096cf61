package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;

/// The figures of a company: those of years side by side, those of a day with their newest value.
/// The chosen title asks for some of them; paper shows these alone.
@Introspected
record FigureTable(List<Integer> years, List<YearGroup> yearly, List<DayGroup> daily) {

  @Introspected
  record YearGroup(String label, List<YearRow> rows) {}

  @Introspected
  record YearRow(String anchor, String label, String unit, boolean asked, List<Cell> cells) {}

  @Introspected
  record DayGroup(String label, List<DayRow> rows) {}

  /// @param earlier what was known on days before
  @Introspected
  record DayRow(
      String anchor, String label, boolean asked, String since, Cell cell, List<Written> earlier) {}

  /// All that is known of one indicator for one period.
  ///
  /// @param statements one a source; several when they disagree or stand side by side
  /// @param superseded what was corrected since
  @Introspected
  record Cell(List<Written> statements, List<Written> superseded, boolean conflict) {
    static final Cell NOTHING = new Cell(List.of(), List.of(), false);
  }

  /// A value with its source, and what there is to know about relying on it.
  ///
  /// @param passedOver another source's value was decided on
  @Introspected
  record Written(
      String value,
      String since,
      String source,
      String reportedBy,
      Instant reportedAt,
      boolean confirmed,
      boolean passedOver,
      String expiry,
      boolean expired) {}

  public boolean empty() {
    return yearly.isEmpty() && daily.isEmpty();
  }
}
