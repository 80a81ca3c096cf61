package seedbed.obligation;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import seedbed.obligation.Obligations.Rate;
import seedbed.web.Choice;
import seedbed.web.OnTime;

/// How towns and kinds did with what fell due.
@Introspected
record RateTable(
    String until,
    List<Choice> kinds,
    String kind,
    List<Choice> spans,
    String span,
    Row total,
    List<Row> towns,
    List<Row> byKind) {

  /// @param code of the town or kind, for a link to what is behind it
  /// @param rate on time in percent of what was expected; a dash where nothing was
  @Introspected
  record Row(
      String code,
      String label,
      long expected,
      long reported,
      long onTime,
      long excused,
      long overdue,
      String rate) {

    static Row of(String code, String label, List<Rate> rates) {
      long expected = rates.stream().mapToLong(Rate::expected).sum();
      long onTime = rates.stream().mapToLong(Rate::onTime).sum();
      return new Row(
          code,
          label,
          expected,
          rates.stream().mapToLong(Rate::reported).sum(),
          onTime,
          rates.stream().mapToLong(Rate::excused).sum(),
          rates.stream().mapToLong(Rate::overdue).sum(),
          OnTime.words(onTime, expected));
    }
  }

  static List<Row> grouped(
      List<Rate> rates, Function<Rate, String> code, Function<Rate, String> label) {
    Map<String, List<Rate>> groups = new LinkedHashMap<>();
    rates.forEach(
        rate -> groups.computeIfAbsent(code.apply(rate), _ -> new ArrayList<>()).add(rate));
    return groups.entrySet().stream()
        .map(group ->
            Row.of(group.getKey(), label.apply(group.getValue().getFirst()), group.getValue()))
        .toList();
  }
}
