package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.test.annotation.TransactionMode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.TitleHolding.FromPrecision;

@MicronautTest(transactionMode = TransactionMode.SINGLE_TRANSACTION)
class CompaniesIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /// A province of its own, so that whatever else the database holds is out of the way.
  private static final String PROVINCE = "99";

  private final Regions regions;
  private final Companies companies;
  private final CompanyList list;
  private final Registration registration;
  private final TitleHoldings holdings;

  private long bearings;
  private long relays;
  private long software;

  CompaniesIT(
      Regions regions,
      Companies companies,
      CompanyList list,
      Registration registration,
      TitleHoldings holdings) {
    this.regions = regions;
    this.companies = companies;
    this.list = list;
    this.registration = registration;
    this.holdings = holdings;
  }

  @BeforeEach
  void threeCompaniesInTwoTowns() {
    regions.save(new Region(PROVINCE, "试省", RegionLevel.PROVINCE, null, "试验"));
    regions.save(new Region("9901", "试市", RegionLevel.PREFECTURE, PROVINCE, "试验"));
    regions.save(new Region("990101", "试县", RegionLevel.COUNTY, "9901", "试验"));
    regions.save(new Region("990101101", "东镇", RegionLevel.TOWNSHIP, "990101", "试验"));
    regions.save(new Region("990101102", "西镇", RegionLevel.TOWNSHIP, "990101", "试验"));
    List<Long> ids =
        registration.register(
            List.of(
                checked("试验甲特种轴承有限公司", "990101101", Track.MANUFACTURING)
                    .withShortName("甲轴承")
                    .withCreditCode(new CreditCode("91000000MA00000157")),
                Company.named(
                    "试验乙互感器有限公司", "990101102", Track.MANUFACTURING, "试验", LocalDate.EPOCH),
                checked("试验丙软件有限公司", "990101102", Track.INNOVATION)));
    bearings = ids.get(0);
    relays = ids.get(1);
    software = ids.get(2);
  }

  @Test
  void regionContainsEverythingBelowIt() {
    assertThat(regions.subtree("9901"))
        .extracting(Region::name)
        .containsExactly("试市", "试县", "东镇", "西镇");
    assertThat(found(all().inRegion("9901"))).containsOnly(bearings, relays, software);
    assertThat(found(all().inRegion("990101102"))).containsOnly(relays, software);
  }

  @Test
  @DisplayName("可按名称、简称、拼音首字母、信用代码查找")
  void isFoundByWhatPeopleKnow() {
    assertThat(found(all().matching("特种轴承"))).containsExactly(bearings);
    assertThat(found(all().matching("甲轴承"))).containsExactly(bearings);
    assertThat(found(all().matching("syyhgq"))).containsExactly(relays);
    assertThat(found(all().matching("91000000ma0000015"))).containsExactly(bearings);
    assertThat(found(all().matching("%"))).isEmpty();
    assertThat(found(all().matching("没有这家"))).isEmpty();
  }

  @Test
  void listIsNarrowedSortedAndPaged() {
    assertThat(found(all().onTrack(Track.INNOVATION))).containsExactly(software);
    assertThat(found(all().onlyDemo(true))).isEmpty();
    assertThat(found(all().sortedBy(CompanySearch.Sort.NAME, true)))
        .containsExactly(relays, bearings, software);

    CompanyPage second =
        list.find(all().sortedBy(CompanySearch.Sort.ADDED, false).paged(2, 2), new Scope.Whole());

    assertThat(second.rows()).extracting(CompanyPage.Row::id).containsExactly(software);
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.pages()).isEqualTo(2);
  }

  @Test
  @DisplayName("按某日持有的称号筛选：起始日算，终止日不算")
  void listKnowsWhoHeldATitleOnADay() {
    registration.hold(
        List.of(
            held(bearings, "2022-12-30", "2025-12-30"),
            held(software, "2025-01-10", null),
            held(relays, "2019-12-31", null)));

    assertThat(found(holdersOn("2022-12-29"))).isEmpty();
    assertThat(found(holdersOn("2022-12-30"))).containsExactly(bearings);
    assertThat(found(holdersOn("2025-12-29"))).containsOnly(bearings, software);
    assertThat(found(holdersOn("2025-12-30"))).containsExactly(software);
    assertThat(list.find(holdersOn("2025-12-29"), new Scope.Whole()).rows())
        .allSatisfy(row -> assertThat(row.titles()).containsExactly("specialised-sme"));
    assertThat(holdings.findByCompanyIdOrderByHeldFrom(relays)).hasSize(1);
  }

  @Test
  @DisplayName("回看过去某日的名单：当日还没登记的称号不算，当日还不知道的终止不减，过了有效年数的不列")
  void listOfAPastDayRestsOnWhatWasKnownThen() {
    registration.hold(
        List.of(
            known(held(bearings, "2022-12-30", "2023-12-20"), "2023-03-01", "2024-02-01"),
            held(software, "2022-12-30", null)));

    assertThat(found(holdersOn("2023-02-28"))).containsExactly(software);
    assertThat(found(holdersOn("2023-03-01"))).containsOnly(bearings, software);
    assertThat(found(holdersOn("2024-01-31"))).containsOnly(bearings, software);
    assertThat(found(holdersOn("2024-02-01"))).containsExactly(software);
    assertThat(found(holdersOn("2025-12-30"))).isEmpty();
  }

  @Test
  void creditCodeBelongsToOneCompany() {
    assertThat(companies.findByCreditCode(new CreditCode("91000000MA00000157")))
        .get()
        .extracting(Company::id)
        .isEqualTo(bearings);
    assertThatThrownBy(() ->
            companies.save(
                checked("试验丁有限公司", "990101101", Track.MANUFACTURING)
                    .withCreditCode(new CreditCode("91000000MA00000157"))))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void staleChangeIsRefused() {
    Company before = companies.findById(relays).orElseThrow();

    companies.update(before.withMainProduct("高压互感器"));

    assertThatThrownBy(() -> companies.update(before.withMainProduct("低压互感器")))
        .isInstanceOf(OptimisticLockException.class);
    assertThat(companies.findById(relays))
        .get()
        .extracting(Company::mainProduct, Company::creditCode, Company::version)
        .containsExactly("高压互感器", null, 1L);
  }

  private static CompanySearch all() {
    return CompanySearch.all(TODAY).inRegion(PROVINCE);
  }

  private static CompanySearch holdersOn(String day) {
    return CompanySearch.all(LocalDate.parse(day)).inRegion(PROVINCE).holding("specialised-sme");
  }

  private List<Long> found(CompanySearch search) {
    return list.find(search, new Scope.Whole()).rows().stream().map(CompanyPage.Row::id).toList();
  }

  private static TitleHolding held(long company, String from, @Nullable String to) {
    return new TitleHolding(
        0,
        company,
        "specialised-sme",
        LocalDate.parse(from),
        FromPrecision.DAY,
        to == null ? null : LocalDate.parse(to),
        LocalDate.parse(from),
        null,
        null,
        "试验公告",
        null,
        "试验");
  }

  private static TitleHolding known(TitleHolding holding, String from, String end) {
    return new TitleHolding(
        0,
        holding.companyId(),
        holding.title(),
        holding.heldFrom(),
        holding.fromPrecision(),
        holding.heldTo(),
        LocalDate.parse(from),
        LocalDate.parse(end),
        null,
        holding.documentNo(),
        "试验取消文件",
        holding.source());
  }

  private static Company checked(String name, String region, Track track) {
    return new Company(
        0,
        name,
        null,
        "",
        null,
        null,
        region,
        "3451",
        "滚动轴承制造",
        track,
        null,
        LocalDate.of(2010, 5, 1),
        Origin.DOCUMENT,
        LocalDate.EPOCH,
        LocalDate.of(2020, 1, 1),
        "试验",
        null,
        0);
  }
}
