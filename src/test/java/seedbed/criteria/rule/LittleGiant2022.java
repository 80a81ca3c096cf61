package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;

/// The little giant of 2022 as a programmer would write it who has but this one edition: the
/// yardstick of the benchmark.
///
/// Figures are named by the last full year (no suffix) and the years before it.
record LittleGiant2022(
    LocalDate on,
    Truth specialisedSme,
    @Nullable BigDecimal independentEntity,
    @Nullable BigDecimal noBadRecord,
    @Nullable BigDecimal nicheSince,
    @Nullable BigDecimal mainRevenue,
    @Nullable BigDecimal mainRevenue1,
    @Nullable BigDecimal mainRevenue2,
    @Nullable BigDecimal revenue,
    @Nullable BigDecimal revenue1,
    @Nullable BigDecimal technologyLevel,
    @Nullable BigDecimal informationSystem,
    @Nullable BigDecimal managementCertificate,
    @Nullable BigDecimal overseasCertificate,
    @Nullable BigDecimal liabilities,
    @Nullable BigDecimal assets,
    @Nullable BigDecimal proprietaryTechnology,
    @Nullable BigDecimal marketShare,
    @Nullable BigDecimal marketLeading,
    @Nullable BigDecimal brand,
    @Nullable BigDecimal rdExpense,
    @Nullable BigDecimal rdExpense1,
    @Nullable BigDecimal equity,
    @Nullable BigDecimal equity1,
    @Nullable BigDecimal rdStaff,
    @Nullable BigDecimal employees,
    @Nullable BigDecimal institution,
    @Nullable BigDecimal jointInstitution,
    @Nullable BigDecimal class1Ip,
    @Nullable BigDecimal scienceAward,
    @Nullable BigDecimal makerContest,
    @Nullable BigDecimal fillsGap,
    @Nullable BigDecimal keyField,
    Levels levels) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal SIX = BigDecimal.valueOf(6);
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal SEVENTY = BigDecimal.valueOf(70);
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal GROWTH_FACTOR = BigDecimal.valueOf(105).pow(2);
  private static final BigDecimal THREE_THOUSAND = BigDecimal.valueOf(3_000);
  private static final BigDecimal FIVE_THOUSAND = BigDecimal.valueOf(5_000);
  private static final BigDecimal EIGHT_THOUSAND = BigDecimal.valueOf(8_000);

  /// The lowest answers that will do.
  record Levels(int technology, int brand, int institution, int scienceAward, int makerContest) {
    static Levels of(Indicators indicators) {
      return new Levels(
          indicators.find("technology_level").orElseThrow().option("national_leading"),
          indicators.find("brand").orElseThrow().option("own"),
          indicators.find("rd_institution").orElseThrow().option("internal"),
          indicators.find("science_award").orElseThrow().option("national_top3"),
          indicators.find("maker_contest").orElseThrow().option("national_50"));
    }
  }

  static LittleGiant2022 of(Facts facts, Indicators indicators, Levels levels) {
    var cells = new Reader(facts, indicators);
    return new LittleGiant2022(
        facts.on(),
        facts.holds(facts.slots().title("specialised-sme")),
        cells.value("independent_entity", 0),
        cells.value("no_bad_record", 0),
        cells.value("niche_since", 0),
        cells.value("main_revenue", 0),
        cells.value("main_revenue", 1),
        cells.value("main_revenue", 2),
        cells.value("revenue", 0),
        cells.value("revenue", 1),
        cells.value("technology_level", 0),
        cells.value("information_system", 0),
        cells.value("management_certificate", 0),
        cells.value("overseas_certificate", 0),
        cells.value("total_liabilities", 0),
        cells.value("total_assets", 0),
        cells.value("proprietary_technology", 0),
        cells.value("market_share_national", 0),
        cells.value("market_leading", 0),
        cells.value("brand", 0),
        cells.value("rd_expense", 0),
        cells.value("rd_expense", 1),
        cells.value("equity_investment", 0),
        cells.value("equity_investment", 1),
        cells.value("rd_staff", 0),
        cells.value("employees", 0),
        cells.value("rd_institution", 0),
        cells.value("rd_institution_joint", 0),
        cells.value("class1_ip", 0),
        cells.value("science_award", 0),
        cells.value("maker_contest", 0),
        cells.value("fills_gap", 0),
        cells.value("key_field", 0),
        levels);
  }

  private record Reader(Facts facts, Indicators indicators) {
    @Nullable BigDecimal value(String code, int back) {
      return facts.value(facts.slots().cell(indicators.find(code).orElseThrow(), back));
    }
  }

  /// The answers to all clauses, in the order of the standard.
  Truth[] judge() {
    return new Truth[] {
      specialisedSme,
      declared(independentEntity),
      declared(noBadRecord),
      nicheYears(),
      share(mainRevenue, revenue, SEVENTY),
      growth(),
      level(technologyLevel, levels.technology),
      declared(informationSystem),
      declared(managementCertificate).or(declared(overseasCertificate)),
      debt(),
      declared(proprietaryTechnology),
      atLeast(marketShare, TEN).and(declared(marketLeading)),
      level(brand, levels.brand),
      innovation(),
      declared(fillsGap),
      declared(keyField)
    };
  }

  private static Truth declared(@Nullable BigDecimal flag) {
    return flag == null ? Truth.UNKNOWN : Truth.of(flag.signum() > 0);
  }

  private static Truth atLeast(@Nullable BigDecimal value, BigDecimal bound) {
    return value == null ? Truth.UNKNOWN : Truth.of(value.compareTo(bound) >= 0);
  }

  private static Truth level(@Nullable BigDecimal answer, int lowest) {
    return answer == null ? Truth.UNKNOWN : Truth.of(answer.intValueExact() >= lowest);
  }

  private static Truth share(@Nullable BigDecimal of, @Nullable BigDecimal to, BigDecimal percent) {
    return of == null || to == null || to.signum() <= 0
        ? Truth.UNKNOWN
        : Truth.of(of.multiply(HUNDRED).compareTo(to.multiply(percent)) >= 0);
  }

  private Truth nicheYears() {
    if (nicheSince == null) {
      return Truth.UNKNOWN;
    }
    var since = LocalDate.ofEpochDay(nicheSince.longValueExact());
    return Truth.of(!since.plus(3, ChronoUnit.YEARS).isAfter(on.withDayOfYear(1)));
  }

  private Truth growth() {
    if (mainRevenue == null || mainRevenue2 == null || mainRevenue2.signum() <= 0) {
      return Truth.UNKNOWN;
    }
    var compound =
        mainRevenue.multiply(TEN_THOUSAND).compareTo(mainRevenue2.multiply(GROWTH_FACTOR)) >= 0;
    if (mainRevenue1 == null || mainRevenue1.signum() <= 0) {
      return Truth.UNKNOWN;
    }
    var growths =
        mainRevenue
            .subtract(mainRevenue1)
            .multiply(mainRevenue2)
            .add(mainRevenue1.subtract(mainRevenue2).multiply(mainRevenue1))
            .multiply(HUNDRED);
    var mean = growths.compareTo(mainRevenue1.multiply(mainRevenue2).multiply(TEN)) >= 0;
    return mean == compound ? Truth.of(mean) : Truth.UNKNOWN;
  }

  private Truth debt() {
    return liabilities == null || assets == null || assets.signum() <= 0
        ? Truth.UNKNOWN
        : Truth.of(liabilities.multiply(HUNDRED).compareTo(assets.multiply(SEVENTY)) <= 0);
  }

  private Truth innovation() {
    var institutions = level(institution, levels.institution).or(declared(jointInstitution));
    var general = research().and(institutions).and(atLeast(class1Ip, TWO));
    return general
        .or(level(scienceAward, levels.scienceAward))
        .or(level(makerContest, levels.makerContest));
  }

  private Truth research() {
    if (revenue == null) {
      var large = large();
      return large == middle() && large == small() ? large : Truth.UNKNOWN;
    }
    if (revenue.compareTo(TEN_THOUSAND) >= 0) {
      return large();
    }
    return revenue.compareTo(FIVE_THOUSAND) >= 0 ? middle() : small();
  }

  private Truth large() {
    return share(rdExpense, revenue, THREE).and(share(rdExpense1, revenue1, THREE));
  }

  private Truth middle() {
    return share(rdExpense, revenue, SIX).and(share(rdExpense1, revenue1, SIX));
  }

  private Truth small() {
    var capital =
        equity == null || equity1 == null
            ? Truth.UNKNOWN
            : Truth.of(equity.add(equity1).compareTo(EIGHT_THOUSAND) >= 0);
    return capital.and(amount()).and(share(rdStaff, employees, FIFTY));
  }

  private Truth amount() {
    if (rdExpense == null || rdExpense1 == null) {
      return Truth.UNKNOWN;
    }
    var lastYear = rdExpense.compareTo(THREE_THOUSAND) >= 0;
    var twoYears = rdExpense.add(rdExpense1).compareTo(THREE_THOUSAND) >= 0;
    return lastYear == twoYears ? Truth.of(lastYear) : Truth.UNKNOWN;
  }
}
