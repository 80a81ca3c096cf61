package seedbed.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Fault;
import seedbed.reward.Grant.Part;

@DisplayName("奖励登记的规则")
final class GrantDraftTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

  private static List<Part> wrong(
      int year, @Nullable String due, @Nullable String granted, @Nullable String reason) {
    return wrong(year, due, granted, reason, LocalDate.of(2026, 4, 28), null);
  }

  private static List<Part> wrong(
      int year,
      @Nullable String due,
      @Nullable String granted,
      @Nullable String reason,
      LocalDate decidedOn,
      @Nullable LocalDate paidOn) {
    return parts(
        new GrantDraft(
            year,
            "首超奖",
            Level.MUNICIPAL,
            "激励意见",
            null,
            amount(due),
            amount(granted),
            reason,
            decidedOn,
            paidOn,
            null,
            null,
            List.of()));
  }

  private static List<Part> parts(GrantDraft draft) {
    return draft.faults(TODAY).stream().map(Fault::part).toList();
  }

  private static @Nullable BigDecimal amount(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @ParameterizedTest
  @DisplayName("应奖与实际：相同不用写原因，不同必须写；不明的比不出，也不当作零")
  @CsvSource({
    "6, 6, , ''",
    "6, 6.00, , ''",
    "6, 4.8, , REASON",
    "6, 4.8, 无产学研按80%兑现, ''",
    "6, 6.000001, , REASON",
    ", , , ''",
    "6, , , ''",
    ", 4.8, , ''",
    "0, 0, , ''",
    "0, , , GRANTED",
    ", 0, , REASON",
    ", 0, 已迁出, ''",
    "6, 0, , REASON",
    "-1, -1, , 'DUE GRANTED'",
    "0.000001, 0.000001, , ''",
    "0.0000001, 0.0000001, , 'DUE GRANTED'",
    "999999999999, 999999999999, , ''",
    "1000000000000, 1000000000000, , 'DUE GRANTED'",
  })
  void amountsThatDifferNeedAReason(
      @Nullable String due, @Nullable String granted, @Nullable String reason, String parts) {
    assertThat(wrong(2025, due, granted, reason))
        .extracting(Part::name)
        .isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split(" ")));
  }

  @ParameterizedTest
  @DisplayName("政策年度在2000年到今年之间，不晚于决定日期")
  @CsvSource({"1999, YEAR", "2000, ''", "2026, ''", "2027, 'YEAR DECIDED_ON'"})
  void theYearIsOneOfAPolicy(int year, String parts) {
    assertThat(wrong(year, "6", "6", null))
        .extracting(Part::name)
        .isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split(" ")));
  }

  @ParameterizedTest
  @DisplayName("到位在决定当日到今天之间；没有资金的不会到位")
  @CsvSource({
    "6, 2026-04-27, PAID_ON",
    "6, 2026-04-28, ''",
    "6, 2026-05-10, ''",
    "6, 2026-05-11, PAID_ON",
    "0, 2026-05-10, PAID_ON",
  })
  void moneyComesBetweenDecisionAndToday(String amount, LocalDate paidOn, String part) {
    assertThat(wrong(2025, amount, amount, null, LocalDate.of(2026, 4, 28), paidOn))
        .extracting(Part::name)
        .isEqualTo(part.isEmpty() ? List.of() : List.of(part));
  }

  @Test
  @DisplayName("决定日期不晚于今天")
  void aDecisionIsNotToCome() {
    assertThat(wrong(2025, "6", "6", null, TODAY, null)).isEmpty();
    assertThat(wrong(2025, "6", "6", null, TODAY.plusDays(1), null))
        .containsExactly(Part.DECIDED_ON);
  }

  @Test
  @DisplayName("缺的、读不出的、不对的一次说全，按登记表的顺序")
  void everythingIsToldInTheOrderOfTheForm() {
    GrantDraft draft =
        new GrantDraft(
            26,
            null,
            null,
            null,
            null,
            new BigDecimal("-1"),
            null,
            null,
            TODAY.plusDays(1),
            null,
            null,
            null,
            List.of(
                new Fault(Part.ARCHIVED, "没有这份文件", "核对"),
                new Fault(Part.GRANTED, "“十万”不是数字", "填写数字"),
                new Fault(Part.PAID_ON, "没有这一天", "核对")));

    assertThat(parts(draft))
        .containsExactly(
            Part.YEAR,
            Part.ITEM,
            Part.LEVEL,
            Part.DOCUMENT,
            Part.DUE,
            Part.GRANTED,
            Part.DECIDED_ON,
            Part.PAID_ON,
            Part.ARCHIVED);
  }

  @Test
  @DisplayName("读不出的金额不是不明的金额：不说它缺原因")
  void nothingIsSaidOfWhatDependsOnAnAmountThatNobodyCanRead() {
    GrantDraft draft =
        new GrantDraft(
            2025,
            "首超奖",
            Level.MUNICIPAL,
            "激励意见",
            null,
            null,
            BigDecimal.ZERO,
            null,
            TODAY,
            null,
            null,
            null,
            List.of(new Fault(Part.DUE, "“十万”不是数字", "填写数字")));

    assertThat(parts(draft)).containsExactly(Part.DUE);
  }

  @ParameterizedTest
  @DisplayName("状态由金额和到位得出：零是只表彰，不明不是零")
  @CsvSource({
    "0, 0, 0, , COMMENDED",
    "6, 0, 0, , DENIED",
    ", 0, 0, , DENIED",
    ", , 0, , UNPAID",
    "6, 6, 0, , UNPAID",
    "6, 6, 1, 5.99, PARTLY",
    "6, 6, 2, 6, PAID",
    "6, 4.8, 1, 4.8, PAID",
    "6, , 1, , PAID",
  })
  void theStandingFollowsFromAmounts(
      @Nullable String due,
      @Nullable String granted,
      long payments,
      @Nullable String paid,
      Standing standing) {
    assertThat(Standing.of(amount(due), amount(granted), payments, amount(paid)))
        .isEqualTo(standing);
  }
}
