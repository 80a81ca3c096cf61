package seedbed.obligation;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// What is due, as a list.
///
/// @param unknownYears years whose holidays nobody entered, although something is due in them
@Introspected
record ObligationList(
    Obligations.Tally tally,
    Chips chips,
    List<Choice> kinds,
    String kind,
    List<Choice> spans,
    String span,
    List<Choice> towns,
    String town,
    String named,
    List<Choice> whose,
    String mine,
    String show,
    boolean ownCompany,
    boolean canSeeRates,
    boolean canExcuse,
    List<Integer> unknownYears,
    List<Line> lines,
    Pager pager) {

  /// @param words how late it is, or how long there is
  /// @param excusable what names it to the form that lets somebody off; null where none does
  @Introspected
  record Line(
      String title,
      String path,
      @Nullable String company,
      boolean demo,
      String region,
      String owner,
      LocalDate dueOn,
      @Nullable LocalDate doneOn,
      String state,
      String styleClass,
      String words,
      @Nullable String excusable) {}
}
