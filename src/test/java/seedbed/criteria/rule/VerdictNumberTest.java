package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.World.Company;

@DisplayName("判定编号")
class VerdictNumberTest {
  private static final List<Criterion> CRITERIA =
      List.of(rdShare("3"), declared(CERTIFICATE), holds(SME));
  private static final Checklist CHECKLIST = checklist("cn-xjr-2022", "abc", null);

  private static Checklist checklist(String edition, String hash, @Nullable String overlay) {
    return new Checklist(
        edition, hash, overlay, "little-giant", "general", Applicant.NEW, CRITERIA);
  }

  private static Company aCompany() {
    return company()
        .with(RD_EXPENSE, 2022, "300")
        .with(REVENUE, 2022, "10000")
        .with(CERTIFICATE, "yes")
        .holding(SME);
  }

  private static String number(Company company) {
    return Verdict.of(CHECKLIST, company.facts()).number();
  }

  @Test
  @DisplayName("同样的标准、日期和数据，永远是同一编号")
  void theSameInputsGiveTheSameNumberForever() {
    assertThat(number(aCompany())).isEqualTo("647C-36CF-7A3C");
    assertThat(number(aCompany().with(RD_EXPENSE, 2022, "300.00"))).isEqualTo(number(aCompany()));
  }

  @Test
  void everyInputThatIsReadChangesTheNumber() {
    var original = number(aCompany());

    assertThat(
            List.of(
                number(aCompany().with(RD_EXPENSE, 2022, "300.0001")),
                number(aCompany().with(CERTIFICATE, "no")),
                number(aCompany().unconfirmed(CERTIFICATE, "yes")),
                number(aCompany().without(CERTIFICATE, Reason.NOT_REPORTED)),
                number(aCompany().without(CERTIFICATE, Reason.EXPIRED)),
                number(aCompany().notHolding(SME)),
                onAnotherDay(),
                Verdict.of(checklist("cn-xjr-2026", "abc", null), aCompany().facts()).number(),
                Verdict.of(checklist("cn-xjr-2022", "abd", null), aCompany().facts()).number(),
                Verdict.of(checklist("cn-xjr-2022", "abc", "cn-2026"), aCompany().facts())
                    .number()))
        .doesNotContain(original)
        .doesNotHaveDuplicates();
  }

  private static String onAnotherDay() {
    return number(
        company("2023-05-02")
            .with(RD_EXPENSE, 2022, "300")
            .with(REVENUE, 2022, "10000")
            .with(CERTIFICATE, "yes")
            .holding(SME));
  }

  @Test
  void whatIsNotReadDoesNotChangeTheNumber() {
    var more =
        aCompany()
            .with(REVENUE, 2021, "9000")
            .with(PATENTS, "3")
            .notHolding(GIANT)
            .without(OVERSEAS, Reason.EXPIRED);

    assertThat(number(more)).isEqualTo(number(aCompany()));
  }

  @Test
  @DisplayName("指标表增减、换序不影响编号")
  void thePlacesOfFactsDoNotMatter() {
    var sme = new Title(SME.code(), SME.label(), 1);
    var slots =
        new Slots(
            List.of(CERTIFICATE, REVENUE, PATENTS, RD_EXPENSE),
            List.of(new Title(GIANT.code(), GIANT.label(), 0), sme));
    var criteria =
        List.<Criterion>of(
            new Criterion.Threshold(
                clause("≥3%"),
                percent(
                    new Quantity.Value(slots.cell(RD_EXPENSE, 0)),
                    new Quantity.Value(slots.cell(REVENUE, 0))),
                Comparison.AT_LEAST,
                new BigDecimal("3"),
                "%"),
            new Criterion.Declared(
                clause("认证"), slots.cell(CERTIFICATE, 0), Criterion.Basis.EVIDENCE),
            holds(sme));
    var checklist =
        new Checklist(
            "cn-xjr-2022", "abc", null, "little-giant", "general", Applicant.NEW, criteria);
    var facts =
        Facts.on(LocalDate.parse("2023-05-01"), slots)
            .set(slots.cell(RD_EXPENSE, 0), new BigDecimal("300"))
            .set(slots.cell(REVENUE, 0), new BigDecimal("10000"))
            .set(slots.cell(CERTIFICATE, 0), BigDecimal.ONE)
            .held(sme, Truth.MET)
            .build();

    assertThat(Verdict.of(checklist, facts).number()).isEqualTo(number(aCompany()));
  }

  @Test
  void randomFactsHaveEqualNumbersExactlyWhenWhatIsReadIsEqual() {
    for (var seed = 1L; seed <= 2_000; seed++) {
      var chance = new Chance(seed);
      var checklist =
          new Checklist("e", "h", null, "t", "general", Applicant.NEW, chance.checklist(3, 2));
      var facts = chance.facts(30);
      var changed = facts.but();
      var cell = chance.oneOf(Chance.cells().toList());
      changed.set(cell, chance.value(cell));
      var other = changed.build();
      var before = facts.value(cell);
      var after = other.value(cell);
      var same =
          !Cells.of(checklist.criteria()).contains(cell)
              || (before != null && after != null && before.compareTo(after) == 0);

      assertThat(VerdictNumber.of(checklist, other).equals(VerdictNumber.of(checklist, facts)))
          .as("seed %d", seed)
          .isEqualTo(same);
    }
  }
}
