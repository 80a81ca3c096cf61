package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// Requests as a list.
///
/// @param own whether the reader is the company itself
/// @param raises whether the reader may raise one
/// @param period what was raised from when to when; empty for all
@Introspected
record RequestList(
    Chips chips,
    String show,
    String town,
    String kind,
    String unit,
    String named,
    String from,
    String until,
    String period,
    List<Choice> towns,
    List<Choice> kinds,
    List<Choice> units,
    long overdue,
    boolean own,
    boolean raises,
    boolean counts,
    boolean exports,
    List<Line> lines,
    Pager pager) {

  /// @param owner whose turn it is
  /// @param daysLate 0 while it is in time
  /// @param escalated whom its lateness has reached; empty while it is in time
  /// @param ending how it ended; empty while it goes on
  @Introspected
  record Line(
      long id,
      String subject,
      String kind,
      long companyId,
      String company,
      boolean demo,
      String region,
      LocalDate raisedOn,
      String raisedAs,
      String stage,
      String styleClass,
      String owner,
      String unit,
      @Nullable LocalDate dueOn,
      long daysLate,
      String escalated,
      int reopened,
      String ending,
      @Nullable Integer satisfaction) {}
}
