package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.FormErrors;
import seedbed.web.Formats;

/// How requests of a period were answered, by unit and by kind.
@Introspected
record StatisticsPage(
    String from,
    String until,
    List<Period> periods,
    Line total,
    List<Group> groups,
    FormErrors errors) {

  /// A period that is a click away.
  @Introspected
  record Period(String label, Address to, boolean current) {}

  @Introspected
  record Group(String title, String head, String note, List<Line> lines) {}

  /// @param punctualShare percent of what was answered or is late; null where nothing was
  @Introspected
  record Line(
      String label,
      Count raised,
      Count punctual,
      Count late,
      Count open,
      Count overdue,
      Count closed,
      Count reopened,
      Count rated,
      @Nullable BigDecimal punctualShare,
      @Nullable BigDecimal meanDays,
      @Nullable BigDecimal satisfaction) {

    public String punctuality() {
      return Formats.share(punctual.value(), punctual.value() + late.value());
    }
  }

  /// A count with the list behind it.
  @Introspected
  record Count(long value, Address to) {}
}
