package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.annotation.TransactionMode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CompanyList;
import seedbed.company.CompanySearch;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;
import seedbed.figure.Remark;
import seedbed.figure.Remarks;

@MicronautTest(transactionMode = TransactionMode.SINGLE_TRANSACTION)
class SeedingIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Seeding seeding;
  private final Regions regions;
  private final Companies companies;
  private final CompanyList list;
  private final TitleHoldings holdings;
  private final Figures figures;
  private final Remarks remarks;
  private final SourceNominations plan;
  private final DemoNominations examples;
  private final Connection connection;

  SeedingIT(
      Seeding seeding,
      Regions regions,
      Companies companies,
      CompanyList list,
      TitleHoldings holdings,
      Figures figures,
      Remarks remarks,
      SourceNominations plan,
      DemoNominations examples,
      Connection connection) {
    this.seeding = seeding;
    this.regions = regions;
    this.companies = companies;
    this.list = list;
    this.holdings = holdings;
    this.figures = figures;
    this.remarks = remarks;
    this.plan = plan;
    this.examples = examples;
    this.connection = connection;
  }

  @BeforeEach
  void emptyDatabaseIsFilled() throws SQLException {
    try (Statement delete = connection.createStatement()) {
      // Whatever else other tests have left about companies comes back with the rollback.
      delete.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (String table : List.of("remark", "figure_confirmation", "title_holding")) {
        delete.executeUpdate("DELETE FROM " + table);
      }
      delete.executeUpdate("DELETE FROM figure WHERE supersedes_id IS NOT NULL");
      delete.executeUpdate("DELETE FROM figure");
      delete.executeUpdate("DELETE FROM company");
      delete.execute("SET FOREIGN_KEY_CHECKS = 1");
    }
    seeding.fill();
  }

  @Test
  void startingAgainAddsNothing() throws SQLException {
    List<Long> before = sizes();

    seeding.fill();

    assertThat(sizes()).isEqualTo(before);
    assertThat(companies.count()).isEqualTo(61 + 120);
  }

  @Test
  @DisplayName("附件7的54项逐项成为申报计划，示例计划另成一份，再次启动不重复")
  void bothPlansAreMadeOnce() throws SQLException {
    plan.open();
    examples.open();
    plan.open();
    examples.open();

    assertThat(entries("p.name LIKE '各级%'")).isEqualTo(54);
    assertThat(entries("p.name LIKE '示例%'")).isGreaterThan(6);
  }

  private int entries(String which) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT COUNT(*) FROM nomination n JOIN nomination_plan p ON p.id = n.plan_id"
                    + " WHERE p.region_code = '320682' AND "
                    + which)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void treeReachesFromTheProvinceToTheTowns() {
    assertThat(regions.subtree("32")).hasSize(17);
    assertThat(list.find(CompanySearch.all(TODAY).inRegion("3206"), new Scope.Whole()).total())
        .isEqualTo(181);
    assertThat(list.find(CompanySearch.all(TODAY).inRegion("320682111"), new Scope.Whole()).total())
        .isPositive();
  }

  @Test
  @DisplayName("文件所列企业的每个数都写明出处，不带信用代码，也不标示例")
  void everythingOfARealCompanyNamesItsDocument() {
    for (Company company : companies.inRegion("320682")) {
      if (company.demo()) {
        continue;
      }
      assertThat(company.creditCode()).isNull();
      assertThat(company.name()).doesNotContain(Company.DEMO_MARK);
      assertThat(company.titlesComplete(TODAY)).isFalse();
      assertThat(company.source()).contains("：");
      assertThat(holdings.findByCompanyIdOrderByHeldFrom(company.id()))
          .allSatisfy(held -> assertThat(held.source()).contains("："));
      assertThat(remarks.findByCompanyIdOrderById(company.id()))
          .allSatisfy(remark -> assertThat(remark.sourcePage()).isNotBlank());
      for (Entry entry : figures.ofCompany(company.id(), Figures.LATEST).entries()) {
        assertThat(entry.live())
            .allSatisfy(attested -> {
              assertThat(attested.figure().source().page()).contains("：");
              assertThat(attested.confirmed()).isFalse();
            });
      }
    }
  }

  @Test
  @DisplayName("1-8月累计和预计全年不作为全年营业收入")
  void partOfAYearIsNeverARevenue() {
    Company bearings = companies.findByName("江苏万达特种轴承有限公司").orElseThrow();

    FigureSheet sheet = figures.ofCompany(bearings.id(), Figures.LATEST);

    assertThat(sheet.entries())
        .extracting(Entry::indicator)
        .containsExactly("market_share_national", "market_share_world");
    assertThat(remarks.findByCompanyIdOrderById(bearings.id()))
        .extracting(Remark::span)
        .contains("2020年1-8月累计", "2020年预计全年", "2021年");
  }

  @Test
  @DisplayName("文件所载的数，自文件印发之日起才算已知")
  void whatADocumentSaysIsKnownFromTheDayItCameOut() {
    long bearings = companies.findByName("江苏万达特种轴承有限公司").orElseThrow().id();
    Instant published = LocalDate.of(2020, 10, 31).atStartOfDay(CHINA).toInstant();

    assertThat(figures.ofCompany(bearings, published.minusSeconds(1)).entries()).isEmpty();
    assertThat(figures.ofCompany(bearings, published).entries()).hasSize(2);
    assertThat(holdings.findByCompanyIdOrderByHeldFrom(bearings))
        .extracting(TitleHolding::recordedOn)
        .containsExactly(LocalDate.of(2020, 10, 31), LocalDate.of(2022, 10, 31));
  }

  @Test
  @DisplayName("企业自最早提到它的文件印发之日起才算已知")
  void aCompanyIsKnownFromTheEarliestDocumentThatNamesIt() {
    assertThat(companies.inRegion("320682"))
        .filteredOn(company -> !company.demo())
        .extracting(Company::recordedOn)
        .containsOnly(
            LocalDate.of(2020, 10, 31), LocalDate.of(2021, 6, 18), LocalDate.of(2022, 10, 31));
    // An appendix of 2021 lists it under its full name; the report of 2020 told of it before.
    assertThat(companies.findByName("江苏万达特种轴承有限公司").orElseThrow().recordedOn())
        .isEqualTo(LocalDate.of(2020, 10, 31));
  }

  @Test
  @DisplayName("示例企业自最早的称号或填报值起才算已知")
  void aDemonstrationCompanyIsKnownFromItsFirstTitleOrFigure() throws SQLException {
    assertThat(companies.inRegion("320682"))
        .filteredOn(Company::demo)
        .extracting(Company::recordedOn)
        .allMatch(day -> !day.isAfter(LocalDate.of(2023, 4, 10)));
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                """
                SELECT COUNT(*)
                FROM company c
                WHERE c.recorded_on > (SELECT MIN(DATE(reported_at)) FROM figure
                                       WHERE company_id = c.id)
                   OR c.recorded_on > (SELECT MIN(recorded_on) FROM title_holding
                                       WHERE company_id = c.id)
                """)) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @Test
  void demonstrationFiguresCameInWithTheirBlemishes() {
    List<Entry> entries = new ArrayList<>();
    figures
        .ofCompanies(
            companies.inRegion("320682").stream().map(Company::id).toList(), Figures.LATEST)
        .forEach(sheet -> entries.addAll(sheet.entries()));

    assertThat(entries).anyMatch(Entry::conflict);
    assertThat(entries).anyMatch(entry -> !entry.superseded().isEmpty());
    assertThat(entries).anyMatch(entry -> entry.live().size() > 1 && !entry.conflict());
    assertThat(entries)
        .anyMatch(entry ->
            entry.live().stream().anyMatch(attested -> attested.figure().expiredOn(TODAY)));
    long confirmed = entries.stream().filter(entry -> entry.live().getFirst().confirmed()).count();
    assertThat(confirmed).isBetween(entries.size() * 7L / 10, entries.size() - 1L);
  }

  @Test
  @DisplayName("五万多行用不到二百条语句写入")
  void poolGoesInByWholeBatches() throws SQLException {
    long before = inserts();

    emptyDatabaseIsFilled();

    assertThat(inserts() - before).isLessThan(200);
    assertThat(sizes().get(3)).isGreaterThan(20_000);
  }

  private long inserts() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SHOW SESSION STATUS LIKE 'Com_insert'")) {
      row.next();
      return row.getLong(2);
    }
  }

  private List<Long> sizes() throws SQLException {
    List<Long> sizes = new ArrayList<>();
    for (String table :
        List.of("region", "company", "title_holding", "figure", "figure_confirmation", "remark")) {
      try (Statement select = connection.createStatement();
          ResultSet count = select.executeQuery("SELECT COUNT(*) FROM " + table)) {
        count.next();
        sizes.add(count.getLong(1));
      }
    }
    return sizes;
  }
}
