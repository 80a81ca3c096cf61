package seedbed.report.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.company.Company;
import seedbed.inspection.GivenInspections;
import seedbed.inspection.InspectionDuties;
import seedbed.portfolio.Assignments;
import seedbed.report.portfolio.PortfolioPage.Matter;

/// What a leader is told of inspections: on the first page whose conclusion is late, before a visit
/// those of the year.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("领导首页和去前看一眼：检查")
final class InspectionsAtGlanceIT {

  private static final String UNIT = "应急管理局";
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  @Inject InspectionWorry worry;
  @Inject InspectionDuties duties;
  @Inject Permissions permissions;
  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject Assignments assignments;
  @Inject GivenInspections given;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private Reader leader;
  private Company company;
  private Glimpse glimpse;

  @BeforeEach
  void begin() {
    towns.found();
    today = LocalDate.now(clock);
    leader = readers.open(Role.LEADER, TwoTowns.COUNTY);
    company = towns.company("检查", TwoTowns.TOWN);
    link(leader, company);
    glimpse =
        new InspectionGlimpse(
            duties,
            permissions,
            Clock.fixed(DAY.atTime(9, 0).atZone(clock.getZone()).toInstant(), clock.getZone()));
  }

  private void link(Reader reader, Company linked) {
    assignments.link(reader.account().id(), List.of(linked.id()), today.minusDays(60), "分工");
  }

  private Caller caller() {
    return Readers.caller(leader.account());
  }

  private long visited(Company of, LocalDate day) {
    return given.filed(of.id(), TwoTowns.COUNTY, UNIT, day);
  }

  @ParameterizedTest(name = "{0} 天前检查，没有结论：{1}")
  @CsvSource({"0, false", "1, false", "2, true"})
  @DisplayName("次日还不算，过了次日就提")
  void aConclusionIsLateFromTheDayAfterTheNext(int daysAgo, boolean told) {
    visited(company, today.minusDays(daysAgo));

    List<Matter> matters = worry.of(caller());

    assertThat(matters).hasSize(told ? 1 : 0);
    assertThat(matters)
        .allSatisfy(matter -> assertThat(matter.sentence()).isEqualTo("1 次检查逾期没有报送结论"));
  }

  @Test
  @DisplayName("报送了结论、别的领导的企业不算；点开正好是这一次")
  void theNumberLeadsToExactlyThoseItCounts() {
    long late = visited(company, today.minusDays(3));
    long told = visited(company, today.minusDays(3));
    given.concluded(told, today.minusDays(3), TwoTowns.COUNTY, UNIT);
    Company ofAnother = towns.company("别人的检查", TwoTowns.TOWN);
    link(readers.open(Role.LEADER, TwoTowns.COUNTY), ofAnother);
    visited(ofAnother, today.minusDays(3));

    Matter matter = worry.of(caller()).getFirst();

    assertThat(matter.sentence()).startsWith("1 次");
    assertThat(leader.page("/portfolio").select(".matters li").text()).contains(matter.sentence());
    assertThat(leader.page(matter.to().toString()).select("tbody a.opens").eachAttr("href"))
        .containsExactly("/inspections/" + late);
  }

  @Test
  @DisplayName("没有逾期的不打扰；没有查看权的什么也不说")
  void nobodyIsToldOfNothing() {
    assertThat(worry.of(caller())).isEmpty();
    visited(company, today.minusDays(5));
    Caller auditor = new Caller(0, 0, "shiyan", Role.AUDITOR, TwoTowns.COUNTY, null, null);

    assertThat(worry.of(auditor)).isEmpty();
    assertThat(glimpse.of(company.id(), auditor)).isEmpty();
  }

  @Test
  @DisplayName("去前看：今年的，最近的在前，写明结果；去年的、以后才报备的不算")
  void theInspectionsOfTheYearWithWhatTheyCameTo() {
    visited(company, DAY.minusYears(1));
    long concluded = visited(company, DAY.minusDays(30));
    given.concluded(concluded, DAY.minusDays(30), TwoTowns.COUNTY, UNIT);
    long late = visited(company, DAY.minusDays(2));
    long fresh = visited(company, DAY);
    visited(company, DAY.plusDays(1));

    Glimpse.Part part = glimpse.of(company.id(), caller()).orElseThrow();

    assertThat(part.heading()).isEqualTo("今年的检查（3 次）");
    assertThat(part.lines())
        .extracting(line -> String.valueOf(line.to()))
        .containsExactlyInAnyOrder(
            "/inspections/" + fresh, "/inspections/" + late, "/inspections/" + concluded);
    assertThat(part.lines())
        .filteredOn(Glimpse.Line::bad)
        .extracting(line -> String.valueOf(line.to()))
        .containsExactly("/inspections/" + late);
    assertThat(part.lines())
        .filteredOn(line -> String.valueOf(line.to()).endsWith("/" + concluded))
        .extracting(Glimpse.Line::detail)
        .containsExactly(DAY.minusDays(30) + "，没有发现问题");
    assertThat(String.valueOf(part.all())).isEqualTo("/inspections?company=" + company.id());
  }

  @Test
  @DisplayName("最多列四次，标题仍是全部次数；没有的说没有，别人的企业看不到")
  void aFewAreShownAndAllAreCounted() {
    for (int back = 1; back <= 5; back++) {
      visited(company, DAY.minusDays(10L * back));
    }
    Company quiet = towns.company("没有检查", TwoTowns.TOWN);
    link(leader, quiet);
    Caller another = Readers.caller(readers.open(Role.LEADER, TwoTowns.COUNTY).account());

    Glimpse.Part part = glimpse.of(company.id(), caller()).orElseThrow();

    assertThat(part.heading()).isEqualTo("今年的检查（5 次）");
    assertThat(part.lines()).hasSize(4);
    assertThat(glimpse.of(quiet.id(), caller()).orElseThrow().lines()).isEmpty();
    assertThat(glimpse.of(quiet.id(), caller()).orElseThrow().nothing()).isEqualTo("今年没有报备的检查。");
    assertThat(glimpse.of(company.id(), another).orElseThrow().lines()).isEmpty();
  }
}
