package seedbed.visit;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// Who went where.
///
/// @param own a company looks at the visits to itself
/// @param record whether the reader may write visits down
/// @param silentDays after how many days without a visit a company is listed as forgotten
@Introspected
record VisitList(
    boolean own,
    boolean record,
    Filter filter,
    List<Choice> leaders,
    List<Choice> towns,
    List<Line> lines,
    long companies,
    long silent,
    int silentDays,
    Pager pager) {

  /// As typed.
  @Introspected
  record Filter(String leader, String town, String named, String from, String to) {}

  /// @param note its beginning; null where the reader may not read it
  /// @param by who wrote it down; null where it was the leader
  @Introspected
  record Line(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      LocalDate visitedOn,
      String leader,
      @Nullable String by,
      @Nullable String note,
      int photos,
      boolean shown) {}

  /// Linked companies without a visit for long.
  @Introspected
  record Unvisited(int days, List<Silent> lines, boolean record, Pager pager) {}

  /// @param leaders who look after it
  /// @param since days since the last visit; null where there was none
  @Introspected
  record Silent(
      long companyId,
      String company,
      boolean demo,
      String region,
      String leaders,
      @Nullable LocalDate latest,
      @Nullable Long since) {}

  /// Visits of a year by leader and quarter.
  @Introspected
  record Summary(
      int year, @Nullable Integer next, int before, List<Row> rows, Row total, int silentDays) {}

  @Introspected
  record Row(
      @Nullable Long leaderId,
      String leader,
      long linked,
      long first,
      long second,
      long third,
      long fourth,
      long visits,
      long companies) {}
}
