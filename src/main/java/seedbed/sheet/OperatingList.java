package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// The operating sheets that companies of somebody's scope owe for a period, warnings on top.
@Introspected
record OperatingList(
    String period,
    String chosen,
    @Nullable LocalDate due,
    List<Choice> periods,
    Totals totals,
    Chips chips,
    String show,
    List<Line> lines,
    Pager pager) {

  @Introspected
  record Totals(long owed, long missing, long late, long warned) {}

  /// @param excuse why it is let off; null where it is not
  @Introspected
  record Line(
      long companyId,
      @Nullable Long sheet,
      String company,
      boolean demo,
      String region,
      String state,
      @Nullable String excuse,
      String styleClass,
      String sales,
      String change,
      String forecast,
      List<String> warnings) {}
}
