package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.recognition.TitleEvent.Kind;

/// The state of a title on the day before, on and after each border.
@DisplayName("称号的状态")
final class TermTest {

  private static final int WINDOW = 6;
  private static final LocalDate FROM = LocalDate.of(2023, 7, 1);
  private static final LocalDate TO = LocalDate.of(2026, 7, 1);

  @Test
  @DisplayName("到期前六个月起待复核，期满次日到期")
  void aTitleWithAnEndIsValidThenDueThenLapsed() {
    Term term = term(TO, null);

    assertThat(on(term, "2025-12-31")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-01-01")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-01-02")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-06-30")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.LAPSED);
    assertThat(on(term, "2026-07-02")).isEqualTo(State.LAPSED);
  }

  @Test
  @DisplayName("转入复核后为复核中，期满仍没有结果的到期")
  void aRenewalThatIsUnderWayEndsWithTheTitle() {
    Term term = term(TO, Kind.RENEWAL_STARTED);

    assertThat(on(term, "2025-12-31")).isEqualTo(State.IN_RENEWAL);
    assertThat(on(term, "2026-06-30")).isEqualTo(State.IN_RENEWAL);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.LAPSED);
  }

  @Test
  @DisplayName("通过复核后有效，不再待复核")
  void aRenewedTitleWaitsForNothing() {
    Term term = term(TO, Kind.RENEWED);

    assertThat(on(term, "2026-01-01")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-06-30")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.LAPSED);
  }

  @Test
  @DisplayName("撤销和放弃不因期限改变")
  void whatWasRevokedOrGivenUpStaysSo() {
    for (String day : new String[] {"2025-12-31", "2026-01-01", "2026-07-01", "2030-01-01"}) {
      assertThat(on(term(TO, Kind.REVOKED), day)).isEqualTo(State.REVOKED);
      assertThat(on(term(TO, Kind.GIVEN_UP), day)).isEqualTo(State.GIVEN_UP);
    }
  }

  @Test
  @DisplayName("调出到生效之日为止仍在库")
  void whoeverIsRemovedIsInUntilTheDecisionTakesEffect() {
    Term term = term(TO, Kind.REMOVED);

    assertThat(on(term, "2026-06-30")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.REMOVED);
    assertThat(on(term, "2030-01-01")).isEqualTo(State.REMOVED);
  }

  @Test
  @DisplayName("文件提前终止的为终止")
  void anEarlyEndWithoutAnActIsAnEnd() {
    Term term = new Term(FROM, TO, "调出文件", 3, true, null);

    assertThat(on(term, "2025-12-31")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-06-30")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.ENDED);
  }

  @Test
  @DisplayName("没有载明终止日：核对过的按期限推算，期限满后待核")
  void anOpenEndIsBelievedForItsTermOnly() {
    Term term = new Term(FROM, null, null, 3, true, null);

    assertThat(on(term, "2025-12-31")).isEqualTo(State.VALID);
    assertThat(on(term, "2026-01-01")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-06-30")).isEqualTo(State.DUE);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.UNCLEAR);
  }

  @Test
  @DisplayName("没有载明终止日、登记没有核对过的，一直待核")
  void anOpenEndThatNobodyCheckedIsUnclear() {
    Term term = new Term(FROM, null, null, 3, false, null);

    assertThat(on(term, "2023-07-01")).isEqualTo(State.UNCLEAR);
    assertThat(on(term, "2026-07-01")).isEqualTo(State.UNCLEAR);
  }

  @Test
  @DisplayName("没有期限的称号（在库）核对过即有效")
  void aTitleWithoutATermStaysValid() {
    Term term = new Term(FROM, null, null, null, true, null);

    assertThat(term.expectedEnd()).isNull();
    assertThat(on(term, "2023-07-01")).isEqualTo(State.VALID);
    assertThat(on(term, "2050-07-01")).isEqualTo(State.VALID);
  }

  private static Term term(LocalDate to, @Nullable Kind last) {
    return new Term(FROM, to, null, 3, true, last);
  }

  private static State on(Term term, String day) {
    return term.on(LocalDate.parse(day), WINDOW);
  }
}
