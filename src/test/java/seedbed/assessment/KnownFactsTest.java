package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister;
import seedbed.company.TitleYears;
import seedbed.company.Track;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Indicator.Option;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.figure.Attested;
import seedbed.figure.Confirmation;
import seedbed.figure.Entry;
import seedbed.figure.Figure;
import seedbed.figure.FigureSheet;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.figure.Value;

class KnownFactsTest {
  private static final LocalDate ON = LocalDate.of(2026, 5, 10);
  private static final Instant REPORTED = Instant.parse("2026-04-01T00:00:00Z");

  private final Indicator revenue = year("revenue", Kind.AMOUNT);
  private final Indicator patents = day("class1_ip", Kind.COUNT);
  private final Indicator founded = day("founded_on", Kind.DATE);
  private final Indicator brand =
      new Indicator(
          "brand",
          "品牌",
          Kind.CHOICE,
          Indicator.Period.DAY,
          "",
          List.of(new Option("none", "无"), new Option("own", "自主品牌")),
          true);
  private final Title giant = new Title("little-giant", "小巨人", 0);
  private final Slots slots = new Slots(List.of(revenue, patents, founded, brand), List.of(giant));
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void yearsCountBackFromTheLastFullYear() {
    report("revenue", Period.year(2025), "9860.5");
    report("revenue", Period.year(2023), "7000");

    var facts = facts();

    assertThat(facts.value(cell(revenue, 0))).isEqualByComparingTo("9860.5");
    assertThat(facts.value(cell(revenue, 1))).isNull();
    assertThat(facts.value(cell(revenue, 2))).isEqualByComparingTo("7000");
  }

  @Test
  void theCurrentYearAndYearsLongAgoAreOutOfReach() {
    report("revenue", Period.year(2026), "1");
    report("revenue", Period.year(2019), "1");

    var facts = facts();

    for (var back = 0; back < Slots.YEARS; back++) {
      assertThat(facts.value(cell(revenue, back))).isNull();
    }
  }

  @Test
  void theNewestDayOnOrBeforeTheJudgedDateCounts() {
    report("class1_ip", Period.day(ON.minusYears(1)), "1");
    report("class1_ip", Period.day(ON), "3");
    report("class1_ip", Period.day(ON.plusDays(1)), "5");

    assertThat(facts().value(cell(patents, 0))).isEqualByComparingTo("3");
  }

  @Test
  void aMissingFigureIsNotReportedAndNeverZero() {
    var facts = facts();

    assertThat(facts.value(cell(patents, 0))).isNull();
    assertThat(facts.gap(cell(patents, 0))).isEqualTo(Reason.NOT_REPORTED);
  }

  @Test
  void sourcesThatDisagreeAwaitConfirmation() {
    entries.add(
        new Entry(
            "revenue",
            Period.year(2025),
            List.of(
                attested(figure("revenue", Period.year(2025), "100", "审计报告", null), false),
                attested(figure("revenue", Period.year(2025), "120", "税务申报", null), false)),
            List.of()));

    var facts = facts();

    assertThat(facts.value(cell(revenue, 0))).isNull();
    assertThat(facts.gap(cell(revenue, 0))).isEqualTo(Reason.AWAITING_CONFIRMATION);
  }

  @Test
  void anUnconfirmedFigureCountsAndIsMarked() {
    report("revenue", Period.year(2025), "100");
    confirmed("revenue", Period.year(2024), "90");

    var facts = facts();

    assertThat(facts.unconfirmed(cell(revenue, 0))).isTrue();
    assertThat(facts.unconfirmed(cell(revenue, 1))).isFalse();
  }

  @Test
  void expiredEvidenceCountsNoLongerFromItsLastDayOn() {
    entries.add(
        new Entry(
            "class1_ip",
            Period.day(ON.minusYears(1)),
            List.of(
                attested(figure("class1_ip", Period.day(ON.minusYears(1)), "3", "证书", ON), true)),
            List.of()));

    var facts = facts();

    assertThat(facts.value(cell(patents, 0))).isNull();
    assertThat(facts.gap(cell(patents, 0))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void choicesAndDatesAreCodedAsTheRulesKeepThem() {
    entries.add(entry("brand", Period.day(ON), Value.word("own")));
    entries.add(entry("founded_on", Period.day(ON), Value.date(LocalDate.of(2014, 3, 1))));

    var facts = facts();

    assertThat(facts.value(cell(brand, 0))).isEqualByComparingTo("1");
    assertThat(facts.value(cell(founded, 0)))
        .isEqualByComparingTo(BigDecimal.valueOf(LocalDate.of(2014, 3, 1).toEpochDay()));
  }

  @Test
  void theRegisteredFoundationStandsInForAMissingFigure() {
    var company = company().withFoundedOn(LocalDate.of(2010, 1, 1));

    var facts = facts(company, new TitleRegister(List.of(), true, TitleYears.NONE));

    assertThat(facts.value(cell(founded, 0)))
        .isEqualByComparingTo(BigDecimal.valueOf(LocalDate.of(2010, 1, 1).toEpochDay()));
  }

  @Test
  void aTitleMissingFromAnUncheckedRegisterIsUnknownRatherThanNotHeld() {
    assertThat(facts(company(), new TitleRegister(List.of(), true, TitleYears.NONE)).holds(giant))
        .isEqualTo(Truth.NOT_MET);
    assertThat(facts(company(), new TitleRegister(List.of(), false, TitleYears.NONE)).holds(giant))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(
            facts(company(), new TitleRegister(List.of(held()), true, TitleYears.NONE))
                .holds(giant))
        .isEqualTo(Truth.MET);
  }

  private Facts facts() {
    return facts(company(), new TitleRegister(List.of(), true, TitleYears.NONE));
  }

  private Facts facts(Company company, TitleRegister register) {
    return new KnownFacts(slots).of(company, new FigureSheet(1, entries), register, ON);
  }

  private static Company company() {
    return Company.named("示例轴承有限公司", "320682", Track.MANUFACTURING, "示例", LocalDate.EPOCH);
  }

  private static TitleHolding held() {
    return new TitleHolding(
        0,
        1,
        "little-giant",
        LocalDate.of(2024, 7, 1),
        TitleHolding.FromPrecision.DAY,
        LocalDate.of(2027, 7, 1),
        LocalDate.of(2024, 7, 1),
        null,
        null,
        "示例文件",
        null,
        "示例");
  }

  private void report(String indicator, Period period, String value) {
    entries.add(
        new Entry(
            indicator,
            period,
            List.of(attested(figure(indicator, period, value, "填报", null), false)),
            List.of()));
  }

  private void confirmed(String indicator, Period period, String value) {
    entries.add(
        new Entry(
            indicator,
            period,
            List.of(attested(figure(indicator, period, value, "审计报告", null), true)),
            List.of()));
  }

  private static Entry entry(String indicator, Period period, Value value) {
    var figure =
        Figure.reported(1, indicator, period, value, new Source("填报", null), "示例", REPORTED);
    return new Entry(indicator, period, List.of(attested(figure, false)), List.of());
  }

  private static Figure figure(
      String indicator, Period period, String value, String source, @Nullable LocalDate expires) {
    return Figure.reported(
            1, indicator, period, Value.number(value), new Source(source, null), "示例", REPORTED)
        .expiringOn(expires);
  }

  private static Attested attested(Figure figure, boolean confirmed) {
    return new Attested(
        figure, confirmed ? new Confirmation(1, figure.id(), true, "示例", REPORTED) : null);
  }

  private Cell cell(Indicator indicator, int back) {
    return slots.cell(indicator, back);
  }

  private static Indicator year(String code, Kind kind) {
    return new Indicator(code, code, kind, Indicator.Period.YEAR, "万元", List.of(), false);
  }

  private static Indicator day(String code, Kind kind) {
    return new Indicator(code, code, kind, Indicator.Period.DAY, "", List.of(), false);
  }
}
