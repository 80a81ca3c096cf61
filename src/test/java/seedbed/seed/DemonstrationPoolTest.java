package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.figure.Period;
import seedbed.figure.Value;
import seedbed.seed.DemoCompany.Said;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationPoolTest {

  private final DemonstrationPool pool = new DemonstrationPool(Path.of("seed-data", "demo"));
  private final List<DemoCompany> companies =
      IntStream.range(0, pool.size()).mapToObj(pool::company).toList();

  @Test
  void hasOneHundredAndTwentyCompanies() {
    assertThat(companies).hasSize(120);
  }

  @Test
  @DisplayName("示例企业名称都带“示例”，互不重名")
  void everyNameSaysThatItIsFictitious() {
    Set<String> names = new HashSet<>();
    for (DemoCompany demo : companies) {
      assertThat(demo.company().name()).startsWith(Company.DEMO_MARK);
      assertThat(demo.company().demo()).isTrue();
      assertThat(names.add(demo.company().name())).as(demo.company().name()).isTrue();
    }
  }

  @Test
  @DisplayName("示例企业的信用代码有效，登记机关区划码为 000000")
  void creditCodesAreValidAndCannotBelongToAnybody() {
    assertThat(companies)
        .allSatisfy(demo -> {
          CreditCode code = code(demo);
          assertThat(code.registrationRegion()).isEqualTo("000000");
          assertThat(CreditCode.read(code.value())).isEqualTo(new CreditCode.Accepted(code, null));
        })
        .extracting(DemonstrationPoolTest::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void sameNumberMakesTheSameCompany() {
    assertThat(new DemonstrationPool(Path.of("seed-data", "demo")).company(57))
        .isEqualTo(pool.company(57));
  }

  @Test
  void furtherPoolsHaveOtherNamesAndCodes() {
    assertThat(
            IntStream.range(0, 2_000)
                .mapToObj(number -> pool.company(number).company())
                .flatMap(company -> Stream.of(company.name(), company.creditCode()))
                .distinct()
                .count())
        .isEqualTo(4_000);
  }

  @Test
  void everyFigureNamesItsSource() {
    assertThat(companies)
        .flatExtracting(DemoCompany::figures)
        .allSatisfy(said -> assertThat(said.source().document()).startsWith("示例"));
  }

  @Test
  @DisplayName("主营收入不超过营业收入，主导产品收入不超过主营收入，利润与成本合起来等于收入")
  void accountsAreConsistent() {
    for (DemoCompany demo : companies) {
      for (int year = DemoYears.FIRST_YEAR; year < DemoYears.LAST_YEAR; year++) {
        Map<String, BigDecimal> accounts = accounts(demo, year);
        atMost(accounts, "main_revenue", "revenue");
        atMost(accounts, "product_revenue", "main_revenue");
        atMost(accounts, "export_revenue", "main_revenue");
        atMost(accounts, "rd_staff", "tech_staff");
        atMost(accounts, "tech_staff", "employees");
        atMost(accounts, "rank_province", "rank_national");
        BigDecimal costs = amount(accounts, "costs");
        BigDecimal profit = amount(accounts, "operating_profit");
        assertThat(costs.add(profit))
            .isCloseTo(amount(accounts, "revenue"), within(new BigDecimal("0.01")));
      }
    }
  }

  @Test
  void everyFlawIsThere() {
    List<Said> said = companies.stream().flatMap(demo -> demo.figures().stream()).toList();

    assertThat(said).anyMatch(figure -> figure.confirmedBy() == null);
    assertThat(said).anyMatch(figure -> figure.expiresOn() != null);
    assertThat(said).anyMatch(figure -> figure.source().document().startsWith("示例统计年报"));
    int complete = companies.stream().mapToInt(demo -> demo.figures().size()).max().orElseThrow();
    assertThat(companies.stream().filter(demo -> demo.figures().size() < complete).count())
        .isGreaterThan(20);
  }

  @Test
  @DisplayName("临界企业恰好落在门槛上")
  void companiesOnAThresholdAreExactlyOnIt() {
    assertThat(edge())
        .anyMatch(last -> amount(last, "revenue").compareTo(new BigDecimal(5000)) == 0);
    assertThat(edge()).anyMatch(last -> isShare(last, "main_revenue", "revenue", "0.90"));
    assertThat(edge()).anyMatch(last -> isShare(last, "total_liabilities", "total_assets", "0.75"));
    assertThat(edge()).anyMatch(last -> isShare(last, "rd_expense", "revenue", "0.03"));
  }

  private Stream<Map<String, BigDecimal>> edge() {
    return companies.stream()
        .filter(demo -> "示例类型：小巨人临界".equals(demo.company().note()))
        .map(demo -> accounts(demo, DemoYears.LAST_YEAR));
  }

  private static CreditCode code(DemoCompany demo) {
    CreditCode code = demo.company().creditCode();
    assertThat(code).isNotNull();
    return Objects.requireNonNull(code);
  }

  private static boolean isShare(
      Map<String, BigDecimal> accounts, String part, String whole, String share) {
    return amount(accounts, whole).multiply(new BigDecimal(share)).compareTo(amount(accounts, part))
        == 0;
  }

  private static BigDecimal amount(Map<String, BigDecimal> accounts, String indicator) {
    return Objects.requireNonNull(accounts.get(indicator), indicator);
  }

  private static void atMost(Map<String, BigDecimal> accounts, String part, String whole) {
    if (accounts.containsKey(part) && accounts.containsKey(whole)) {
      assertThat(accounts.get(part)).as(part).isLessThanOrEqualTo(accounts.get(whole));
    }
  }

  /// The figures of the company's own papers, first word kept.
  private static Map<String, BigDecimal> accounts(DemoCompany demo, int year) {
    Map<String, BigDecimal> accounts = new HashMap<>();
    for (Said said : demo.figures()) {
      if (said.period().equals(Period.year(year))
          && said.value() instanceof Value.Decimal(var number)) {
        accounts.putIfAbsent(said.indicator(), number);
      }
    }
    return accounts;
  }
}
