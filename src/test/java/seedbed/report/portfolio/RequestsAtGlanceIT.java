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
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.company.Company;
import seedbed.portfolio.Assignments;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.request.GivenRequests;

/// What a leader is told of requests: on the first page what is late, before a visit what is open.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("领导首页和去前看一眼：诉求")
final class RequestsAtGlanceIT {

  private static final String UNIT = "自然资源局";

  @Inject RequestWorry worry;
  @Inject RequestGlimpse glimpse;
  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject Assignments assignments;
  @Inject GivenRequests given;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private Reader leader;
  private Company company;

  @BeforeEach
  void begin() {
    towns.found();
    today = LocalDate.now(clock);
    leader = readers.open(Role.LEADER, TwoTowns.COUNTY);
    company = towns.company("诉求", TwoTowns.TOWN);
    link(leader, company);
  }

  private void link(Reader reader, Company linked) {
    assignments.link(reader.account().id(), List.of(linked.id()), today.minusDays(60), "分工");
  }

  private Caller caller() {
    return Readers.caller(leader.account());
  }

  private long promised(Company to, LocalDate day) {
    long id = given.handled(to.id(), UNIT, today.minusDays(30));
    given.promise(id, day);
    return id;
  }

  @ParameterizedTest(name = "承诺日期在 {0} 天前：提到 {1}，升级 {2}")
  @CsvSource({"0, false, false", "1, true, false", "7, true, false", "8, true, true"})
  @DisplayName("到期当天不提，过一天就提；到培育办一级起写明已升级")
  void lateFromTheDayAfterThePromiseAndEscalatedFromTheOfficeOn(
      int daysAgo, boolean told, boolean escalated) {
    promised(company, today.minusDays(daysAgo));

    List<Matter> matters = worry.of(caller());

    assertThat(matters).hasSize(told ? 1 : 0);
    assertThat(matters)
        .allSatisfy(matter -> {
          assertThat(matter.sentence()).isEqualTo("1 件诉求超过承诺期限没有答复");
          assertThat(matter.detail()).isEqualTo(escalated ? "其中 1 件已升级至培育办或者挂钩领导" : "");
        });
  }

  @Test
  @DisplayName("已答复、别的领导的企业不算；点开正好是这几件")
  void theNumberLeadsToExactlyThoseItCounts() {
    long first = promised(company, today.minusDays(2));
    long second = promised(company, today.minusDays(3));
    promised(company, today);
    given.answered(company.id(), UNIT, today.minusDays(20));
    Company ofAnother = towns.company("别人的诉求", TwoTowns.TOWN);
    link(readers.open(Role.LEADER, TwoTowns.COUNTY), ofAnother);
    promised(ofAnother, today.minusDays(9));

    Matter matter = worry.of(caller()).getFirst();

    assertThat(matter.sentence()).startsWith("2 件诉求");
    assertThat(leader.page("/portfolio").select(".matters li").text()).contains(matter.sentence());
    assertThat(leader.page(matter.to().toString()).select("tbody a.opens").eachAttr("href"))
        .containsExactlyInAnyOrder("/requests/" + first, "/requests/" + second);
  }

  @Test
  @DisplayName("没有逾期的不打扰；没有查看权的什么也不说")
  void nobodyIsToldOfNothing() {
    assertThat(worry.of(caller())).isEmpty();
    promised(company, today.minusDays(9));
    Caller auditor = new Caller(0, 0, "shiyan", Role.AUDITOR, TwoTowns.COUNTY, null, null);

    assertThat(worry.of(auditor)).isEmpty();
    assertThat(glimpse.of(company.id(), auditor)).isEmpty();
  }

  @Test
  @DisplayName("去前看：最急的在前，最多四件，办结的不列；逾期的标明")
  void theMostPressingOfWhatIsOpenComesFirst() {
    long soon = promised(company, today.plusDays(1));
    long late = promised(company, today.minusDays(8));
    long withOffice = given.raised(company.id(), today);
    given.promise(withOffice, today.plusDays(2));
    long later = promised(company, today.plusDays(9));
    promised(company, today.plusDays(20));
    given.closed(company.id(), UNIT, today.minusDays(40));

    Glimpse.Part part = glimpse.of(company.id(), caller()).orElseThrow();

    assertThat(part.lines())
        .extracting(line -> String.valueOf(line.to()))
        .containsExactly(
            "/requests/" + late,
            "/requests/" + soon,
            "/requests/" + withOffice,
            "/requests/" + later);
    assertThat(part.lines())
        .extracting(Glimpse.Line::bad)
        .containsExactly(true, false, false, false);
    assertThat(part.lines().getFirst().detail()).contains(UNIT, "已升级至培育办");
    assertThat(part.lines().get(2).detail()).contains("待分办");
    assertThat(leader.page("/portfolio/" + company.id()).text()).contains("未办结的诉求");
  }

  @Test
  @DisplayName("没有诉求的说没有；别人的企业看不到")
  void whereNothingIsOpenItSaysSo() {
    promised(company, today.minusDays(8));
    Company quiet = towns.company("没有诉求", TwoTowns.TOWN);
    link(leader, quiet);
    Reader another = readers.open(Role.LEADER, TwoTowns.COUNTY);

    Glimpse.Part part = glimpse.of(quiet.id(), caller()).orElseThrow();

    assertThat(part.lines()).isEmpty();
    assertThat(part.nothing()).isEqualTo("没有未办结的诉求。");
    assertThat(glimpse.of(company.id(), Readers.caller(another.account())).orElseThrow().lines())
        .isEmpty();
  }
}
