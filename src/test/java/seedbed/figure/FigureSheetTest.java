package seedbed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FigureSheetTest {

  private static final Instant MOMENT = Instant.parse("2026-04-10T01:30:00Z");

  @Test
  void twoSourcesThatAgreeAreOne() {
    Entry entry = revenue(List.of(said(1, "审计报告", "5000"), said(2, "统计年报", "5000.00")), List.of());

    assertThat(entry.conflict()).isFalse();
    assertThat(entry.live()).hasSize(2);
  }

  @Test
  @DisplayName("两个来源不一致时并列，谁也不算数")
  void twoSourcesThatDisagreeStandSideBySide() {
    Entry entry = revenue(List.of(said(1, "审计报告", "5000"), said(2, "统计年报", "4800")), List.of());

    assertThat(entry.conflict()).isTrue();
    assertThat(entry.decided()).isEmpty();
    assertThat(entry.live()).hasSize(2);
  }

  @Test
  void confirmingOneOfThemDecides() {
    Entry entry =
        revenue(List.of(said(1, "审计报告", "5000"), said(2, "统计年报", "4800")), List.of(word(2, true)));

    assertThat(entry.decided().orElseThrow().figure().value()).isEqualTo(Value.number("4800"));
  }

  @Test
  @DisplayName("两个不一致的都被确认，仍是冲突")
  void confirmingBothDecidesNothing() {
    Entry entry =
        revenue(
            List.of(said(1, "审计报告", "5000"), said(2, "统计年报", "4800")),
            List.of(word(1, true), word(2, true)));

    assertThat(entry.conflict()).isTrue();
  }

  @Test
  void withdrawnConfirmationNoLongerDecides() {
    Entry entry =
        revenue(
            List.of(said(1, "审计报告", "5000"), said(2, "统计年报", "4800")),
            List.of(word(2, true), word(2, false)));

    assertThat(entry.conflict()).isTrue();
  }

  @Test
  void whatWasCorrectedIsHistory() {
    Entry entry =
        revenue(List.of(said(1, "审计报告", "5000"), correcting(2, 1, "审计报告", "5100")), List.of());

    assertThat(entry.live()).extracting(a -> a.figure().id()).containsExactly(2L);
    assertThat(entry.superseded()).extracting(a -> a.figure().id()).containsExactly(1L);
  }

  @Test
  void newestStateOnOrBeforeTheDayHolds() {
    FigureSheet sheet =
        FigureSheet.of(
            7,
            List.of(
                fact(1, "2023-03-31", "2"), fact(2, "2026-03-31", "4"), fact(3, "2026-09-30", "6")),
            List.of());

    assertThat(held(sheet, "2023-03-30")).isNull();
    assertThat(held(sheet, "2023-03-31")).isEqualTo(Value.number("2"));
    assertThat(held(sheet, "2026-09-29")).isEqualTo(Value.number("4"));
    assertThat(held(sheet, "2026-09-30")).isEqualTo(Value.number("6"));
  }

  @Test
  void evidenceCountsUntilTheDayBeforeItExpires() {
    Figure certificate = fact(1, "2023-03-31", "1").expiringOn(LocalDate.of(2026, 9, 30));

    assertThat(certificate.expiredOn(LocalDate.of(2026, 9, 29))).isFalse();
    assertThat(certificate.expiredOn(LocalDate.of(2026, 9, 30))).isTrue();
  }

  private static @Nullable Value held(FigureSheet sheet, String day) {
    return sheet
        .onDay("class1_ip", LocalDate.parse(day))
        .flatMap(Entry::decided)
        .map(attested -> attested.figure().value())
        .orElse(null);
  }

  private static Entry revenue(List<Figure> figures, List<Confirmation> words) {
    return FigureSheet.of(7, figures, words).ofYear("revenue", 2025).orElseThrow();
  }

  private static Figure said(long id, String document, String value) {
    return Figure.reported(
            7,
            "revenue",
            Period.year(2025),
            Value.number(value),
            new Source(document, null),
            "填报员",
            MOMENT)
        .stored(id);
  }

  private static Figure correcting(long id, long wrong, String document, String value) {
    return said(id, document, value).superseding(wrong);
  }

  private static Figure fact(long id, String day, String value) {
    return Figure.reported(
            7,
            "class1_ip",
            Period.day(LocalDate.parse(day)),
            Value.number(value),
            new Source("清单", null),
            "填报员",
            MOMENT)
        .stored(id);
  }

  private static Confirmation word(long figureId, boolean confirmed) {
    return new Confirmation(7, figureId, confirmed, "市发改委", MOMENT);
  }
}
