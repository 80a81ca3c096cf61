package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A figure over years with its threshold as a line; for `views/parts/line-chart`.
@Introspected
public record LineChart(
    String title,
    List<Segment> segments,
    List<Dot> dots,
    @Nullable String needY,
    @Nullable String needLabelY,
    @Nullable String need) {

  private static final BigDecimal TOP = BigDecimal.valueOf(26);
  private static final BigDecimal BOTTOM = BigDecimal.valueOf(154);
  private static final BigDecimal LEFT = BigDecimal.valueOf(9);
  private static final BigDecimal WIDTH = BigDecimal.valueOf(82);
  private static final BigDecimal LABEL_RISE = BigDecimal.valueOf(10);
  private static final BigDecimal LABEL_DROP = BigDecimal.valueOf(20);
  private static final BigDecimal LOWEST_LABEL = BigDecimal.valueOf(130);
  private static final BigDecimal HINT_RISE = BigDecimal.valueOf(6);

  /// A year and its value; a missing value leaves a gap.
  public record Point(String label, @Nullable BigDecimal value) {}

  @Introspected
  record Segment(String x1, String y1, String x2, String y2, String kind) {}

  @Introspected
  record Dot(String x, String y, String labelY, String label, String figure, String kind) {}

  /// @param need the threshold in words, such as “要求 ≥ 5,000 万元”
  public static LineChart of(
      String title, List<Point> points, @Nullable BigDecimal threshold, @Nullable String need) {
    var low = BigDecimal.ZERO;
    var high = threshold == null ? BigDecimal.ZERO : threshold;
    for (var point : points) {
      if (point.value != null) {
        low = low.min(point.value);
        high = high.max(point.value);
      }
    }
    var dots = new ArrayList<Dot>();
    var segments = new ArrayList<Segment>();
    @Nullable Dot last = null;
    var broken = false;
    for (var i = 0; i < points.size(); i++) {
      var point = points.get(i);
      var dot = dot(point, x(i, points.size()), low, high, threshold);
      dots.add(dot);
      if (point.value == null) {
        broken = true;
        continue;
      }
      if (last != null) {
        segments.add(new Segment(last.x, last.y, dot.x, dot.y, broken ? "gap" : "run"));
      }
      last = dot;
      broken = false;
    }
    var needY = threshold == null ? null : y(threshold, low, high);
    return new LineChart(
        title,
        List.copyOf(segments),
        List.copyOf(dots),
        needY == null ? null : needY.toPlainString(),
        needY == null ? null : needY.subtract(HINT_RISE).toPlainString(),
        need);
  }

  /// A figure over the parts of a year beside the same parts of an earlier one, which is drawn as a
  /// line without dots.
  public static LineChart compared(String title, List<Point> points, List<Point> earlier) {
    var values =
        Stream.concat(points.stream(), earlier.stream()).map(Point::value).filter(Objects::nonNull);
    var high = values.reduce(BigDecimal.ZERO, BigDecimal::max);
    var chart = of(title, points, high, null);
    var segments = new ArrayList<>(line(earlier, high));
    segments.addAll(chart.segments);
    var dots =
        chart.dots.stream()
            .map(dot ->
                dot.kind.equals("missing")
                    ? dot
                    : new Dot(dot.x, dot.y, dot.labelY, dot.label, dot.figure, "reached"))
            .toList();
    return new LineChart(title, List.copyOf(segments), dots, null, null, null);
  }

  private static List<Segment> line(List<Point> points, BigDecimal high) {
    var segments = new ArrayList<Segment>();
    for (var i = 1; i < points.size(); i++) {
      var from = points.get(i - 1).value;
      var to = points.get(i).value;
      if (from != null && to != null) {
        segments.add(
            new Segment(
                x(i - 1, points.size()),
                y(from, BigDecimal.ZERO, high).toPlainString(),
                x(i, points.size()),
                y(to, BigDecimal.ZERO, high).toPlainString(),
                "gap"));
      }
    }
    return segments;
  }

  private static Dot dot(
      Point point, String x, BigDecimal low, BigDecimal high, @Nullable BigDecimal threshold) {
    var value = point.value;
    if (value == null) {
      var floor = y(BigDecimal.ZERO, low, high);
      return new Dot(
          x,
          floor.toPlainString(),
          floor.subtract(LABEL_RISE).toPlainString(),
          point.label,
          "未报",
          "missing");
    }
    var y = y(value, low, high);
    var below = threshold != null && value.compareTo(threshold) < 0;
    // What misses the line is written under its dot, clear of the line, while there is room.
    var under = below && y.compareTo(LOWEST_LABEL) <= 0;
    return new Dot(
        x,
        y.toPlainString(),
        (under ? y.add(LABEL_DROP) : y.subtract(LABEL_RISE)).toPlainString(),
        point.label,
        Formats.number(value),
        below ? "below" : "reached");
  }

  private static String x(int index, int count) {
    var step =
        count < 2
            ? WIDTH.divide(BigDecimal.TWO)
            : WIDTH
                .multiply(BigDecimal.valueOf(index))
                .divide(BigDecimal.valueOf(count - 1L), 2, RoundingMode.HALF_UP);
    return Share.percent(LEFT.add(step));
  }

  private static BigDecimal y(BigDecimal value, BigDecimal low, BigDecimal high) {
    var range = high.subtract(low);
    if (range.signum() == 0) {
      return BOTTOM;
    }
    return BOTTOM.subtract(
        value.subtract(low).multiply(BOTTOM.subtract(TOP)).divide(range, 1, RoundingMode.HALF_UP));
  }
}
