package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Charge;
import seedbed.criteria.RequestRules.Level;

@DisplayName("诉求的办理过程")
final class CourseTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 6);

  private static final RequestRules RULES =
      new RequestRules(
          "发改委",
          2,
          10,
          3,
          30,
          60,
          1,
          1,
          15,
          List.of(new Level(1, Charge.DEPARTMENT, "部门")),
          List.of("发改委", "科技局", "人社局"),
          Map.of("labour", new RequestRules.Kind("用工", "人社局", 10, true, List.of())));

  private static Request raised() {
    return Request.raised(
        new Raising.Wish(1, "labour", "缺人", "缺十人"), "qiye", "企业", DAY, DAY.plusDays(2));
  }

  private static Request handled() {
    return raised().routed("人社局", DAY.plusDays(10), DAY);
  }

  private static Request answered() {
    return handled().answered(DAY.plusDays(5), DAY.plusDays(15));
  }

  /// Every stage with all that can be done in it, and no more.
  @ParameterizedTest
  @CsvSource({
    "RAISED, DIRECT ROUTE WITHDRAW SUPPLEMENT",
    "HANDLING, ROUTE TRANSFER EXTEND RECLASSIFY ANSWER WITHDRAW SUPPLEMENT",
    "ANSWERED, DELIVER AGREE OBJECT SILENCE WITHDRAW SUPPLEMENT",
    "CLOSED, REOPEN",
    "WITHDRAWN, ''"
  })
  void isMadeWhereItBelongsAndNowhereElse(Stage stage, String moves) {
    assertThat(Stream.of(Move.values()).filter(move -> move.from(stage)).map(Move::name))
        .containsExactlyInAnyOrder(moves.isEmpty() ? new String[0] : moves.split(" "));
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void somebodyOwnsEveryOpenStage(Stage stage) {
    assertThat(stage.owner().isEmpty()).isEqualTo(stage.over());
  }

  @Test
  @DisplayName("没有企业的满意或沉默，谁也不能办结")
  void nobodyButTheCompanyEndsIt() {
    assertThat(Stream.of(Move.values()).filter(move -> move.to(Stage.ANSWERED) == Stage.CLOSED))
        .containsExactlyInAnyOrder(Move.AGREE, Move.SILENCE);
  }

  @Test
  @DisplayName("转办次数用完、已过承诺日期的，不能转办")
  void handingOnHasItsLimits() {
    LocalDate due = DAY.plusDays(10);

    assertThat(Course.allows(handled(), Move.TRANSFER, due, RULES)).isTrue();
    assertThat(refusal(handled(), Move.TRANSFER, due.plusDays(1))).contains("承诺日期", "培育办改派");
    assertThat(refusal(handled().transferred("科技局", DAY), Move.TRANSFER, DAY)).contains("已转办 1 次");
  }

  @Test
  @DisplayName("延期次数用完、已过承诺日期的，不能延期")
  void puttingOffHasItsLimits() {
    LocalDate due = DAY.plusDays(10);

    assertThat(Course.allows(handled(), Move.EXTEND, due, RULES)).isTrue();
    assertThat(refusal(handled(), Move.EXTEND, due.plusDays(1))).contains("承诺日期");
    assertThat(refusal(handled().extended(due.plusDays(5), DAY), Move.EXTEND, DAY))
        .contains("已延期 1 次");
  }

  @ParameterizedTest
  @CsvSource({"14, false", "15, false", "16, true"})
  @DisplayName("确认期限过后才视为同意")
  void silenceCountsAfterItsLastDay(int days, boolean counts) {
    assertThat(Course.allows(answered(), Move.SILENCE, DAY.plusDays(days), RULES))
        .isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, true", "31, false"})
  @DisplayName("办结后限期内可以要求重新办理")
  void isOpenedAgainForATime(int days, boolean may) {
    Request closed = answered().agreed(4, DAY);

    assertThat(Course.allows(closed, Move.REOPEN, DAY.plusDays(days), RULES)).isEqualTo(may);
  }

  @Test
  @DisplayName("承诺当日不算逾期，次日算，逾期后再办也留痕")
  void whatWasLateStaysLate() {
    LocalDate due = DAY.plusDays(10);

    assertThat(handled().overdue(due)).isFalse();
    assertThat(handled().overdue(due.plusDays(1))).isTrue();
    assertThat(handled().answered(due, due).late()).isFalse();
    Request late = handled().answered(due.plusDays(1), due.plusDays(11));
    assertThat(late.late()).isTrue();
    assertThat(late.agreed(5, due.plusDays(2)).late()).isTrue();
    assertThat(handled().routed("科技局", due.plusDays(9), due.plusDays(1)).late()).isTrue();
  }

  @Test
  @DisplayName("企业迟迟不确认，不算办理逾期")
  void theCompanysTimeIsNobodysLateness() {
    assertThat(answered().agreed(5, DAY.plusDays(40)).late()).isFalse();
  }

  @Test
  @DisplayName("重新办理记次数，转办和延期从头算，第一次答复的日期不变")
  void openingAgainIsCounted() {
    Request again =
        handled()
            .transferred("科技局", DAY)
            .answered(DAY.plusDays(3), DAY.plusDays(13))
            .reopened(DAY.plusDays(15), DAY.plusDays(5))
            .answered(DAY.plusDays(9), DAY.plusDays(19));

    assertThat(again.reopened()).isEqualTo(1);
    assertThat(again.transfers()).isZero();
    assertThat(again.unit()).isEqualTo("科技局");
    assertThat(again.firstAnsweredOn()).isEqualTo(DAY.plusDays(3));
  }

  @Test
  @DisplayName("转办不改承诺日期")
  void handingOnKeepsTheDay() {
    assertThat(handled().transferred("科技局", DAY.plusDays(2)).dueOn()).isEqualTo(handled().dueOn());
  }

  private static String refusal(Request request, Move move, LocalDate today) {
    return Course.of(request, move, today, RULES) instanceof Course.Refused(var sentence)
        ? sentence
        : "";
  }
}
