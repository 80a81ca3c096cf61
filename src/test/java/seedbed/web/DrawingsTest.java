package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawingsTest {

  @Test
  void meterEndsBeforeItsTickWhenTheFigureFallsShort() {
    var meter = Meter.of(new BigDecimal("1062"), new BigDecimal("1200"), "not-met", "");

    assertThat(meter.length()).isEqualTo("79.65%");
    assertThat(meter.tick()).isEqualTo("90%");
  }

  @Test
  void meterIsFullWhenTheFigureIsFarBeyond() {
    var meter = Meter.of(new BigDecimal("9860"), new BigDecimal("1"), "met", "");

    assertThat(meter.length()).isEqualTo("100%");
    assertThat(meter.tick()).isEqualTo("8%");
  }

  @Test
  void meterOfAMissingFigureIsEmptyAndKeepsItsTick() {
    var meter = Meter.of(null, new BigDecimal("10"), "unknown", "");

    assertThat(meter.length()).isEqualTo("0%");
    assertThat(meter.tick()).isEqualTo("90%");
  }

  @Test
  void barsAreRelativeToTheLargest() {
    var bars = Bars.of(List.of(Bars.Item.of("甲", 1200), Bars.Item.of("乙", 300)));

    assertThat(bars.bars()).extracting(Bars.Bar::length).containsExactly("100%", "25%");
    assertThat(bars.bars()).extracting(Bars.Bar::words).containsExactly("1,200", "300");
  }

  @Test
  void noBarsWhenThereIsNothing() {
    assertThat(Bars.of(List.of(Bars.Item.of("甲", 0))).bars().getFirst().length()).isEqualTo("0%");
    assertThat(new SplitBar(0, 0, 0).metLength()).isEqualTo("0%");
  }

  @Test
  void missingYearLeavesAGapInTheLine() {
    var chart =
        LineChart.of(
            "营业收入",
            List.of(
                new LineChart.Point("2023", new BigDecimal("100")),
                new LineChart.Point("2024", null),
                new LineChart.Point("2025", new BigDecimal("300"))),
            new BigDecimal("200"),
            "要求 ≥ 200");

    assertThat(chart.segments()).extracting(LineChart.Segment::kind).containsExactly("gap");
    assertThat(chart.dots())
        .extracting(LineChart.Dot::kind)
        .containsExactly("below", "missing", "reached");
    assertThat(chart.dots()).extracting(LineChart.Dot::figure).containsExactly("100", "未报", "300");
  }

  @Test
  void negativeFiguresLieBelowZero() {
    var chart =
        LineChart.of(
            "净利润",
            List.of(
                new LineChart.Point("2024", new BigDecimal("-50")),
                new LineChart.Point("2025", new BigDecimal("50"))),
            null,
            null);

    assertThat(chart.dots()).extracting(LineChart.Dot::y).containsExactly("154.0", "26.0");
    assertThat(chart.needY()).isNull();
  }

  @Test
  void timelineMarksWhatIsInForceOnTheDay() {
    var change = LocalDate.of(2026, 4, 1);
    var timeline =
        Timeline.of(
            List.of(
                new Timeline.Span("2022 版", LocalDate.of(2022, 6, 1), change, null),
                new Timeline.Span("2026 版", change, null, null)),
            change);

    assertThat(timeline.rows()).extracting(Timeline.Row::now).containsExactly(false, true);
    assertThat(timeline.rows())
        .extracting(Timeline.Row::words)
        .containsExactly("2022-06-01 至 2026-03-31", "2026-04-01 起");
  }
}
