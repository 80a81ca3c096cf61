package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was in force when, as bars over years; for `views/parts/timeline`.
@Introspected
public record Timeline(List<Row> rows, List<Year> years, String day) {

  private static final int YEAR_LABELS = 8;

  /// Something in force from a day on, to before another if it has ended.
  public record Span(
      String label, LocalDate from, @Nullable LocalDate until, @Nullable Address address) {}

  @Introspected
  record Row(
      String label,
      String start,
      String length,
      String words,
      @Nullable Address address,
      boolean now) {}

  @Introspected
  record Year(String label, String start) {}

  /// The spans in the order given, between the first year and the end of the last.
  public static Timeline of(List<Span> spans, LocalDate day) {
    var first = spans.stream().mapToInt(span -> span.from.getYear()).min().orElse(day.getYear());
    var latest = spans.stream().mapToInt(span -> span.from.getYear()).max().orElse(day.getYear());
    var start = LocalDate.of(first, 1, 1);
    var end = LocalDate.of(Math.max(day.getYear(), latest) + 1, 1, 1);
    var rows = spans.stream().map(span -> row(span, start, end, day)).toList();
    var years = new ArrayList<Year>();
    var every = Math.max(1, (end.getYear() - first + YEAR_LABELS - 1) / YEAR_LABELS);
    for (var year = first; year < end.getYear(); year += every) {
      years.add(new Year(Integer.toString(year), at(LocalDate.of(year, 1, 1), start, end)));
    }
    return new Timeline(rows, List.copyOf(years), at(day, start, end));
  }

  private static Row row(Span span, LocalDate start, LocalDate end, LocalDate day) {
    var until = span.until == null || span.until.isAfter(end) ? end : span.until;
    var now = !span.from.isAfter(day) && (span.until == null || span.until.isAfter(day));
    var length = until.toEpochDay() - span.from.toEpochDay();
    return new Row(
        span.label,
        at(span.from, start, end),
        Share.percent(Share.of(length, end.toEpochDay() - start.toEpochDay())),
        span.from + (span.until == null ? " 起" : " 至 " + span.until.minusDays(1)),
        span.address,
        now);
  }

  private static String at(LocalDate day, LocalDate start, LocalDate end) {
    return Share.percent(
        Share.of(day.toEpochDay() - start.toEpochDay(), end.toEpochDay() - start.toEpochDay()));
  }
}
