package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.access.Readers.Reader;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.seed.DemoPool;

/// What is not yours does not exist: on pages, in files, in answers to programs, and in every
/// number.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "seedbed.test.office", value = "false")
final class ScopeIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String COUNTY = "320682";
  private static final String ELSEWHERE = "970101";
  private static final String GIANT = "from=cn-xjr-2022&to=cn-xjr-2026";
  private static final List<String> LISTS =
      List.of("still-meets", "newly-meets", "falls-out", "undecided", "neither");

  @Inject Readers readers;
  @Inject DemoPool demo;
  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Assignments assignments;
  @Inject Reporting reporting;
  @Inject TransactionOperations<Connection> transactions;

  /// Seen from the company's account.
  enum Whose {
    OWN,
    SAME_TOWN,
    OTHER_TOWN,
    OTHER_COUNTY
  }

  private final Map<Whose, Company> asked = new EnumMap<>(Whose.class);
  private final Map<Role, Reader> people = new EnumMap<>(Role.class);

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @BeforeAll
  void oneOfEachRole() {
    demo.refill();
    chooseCompanies();
    var town = company(Whose.OWN).regionCode();
    people.put(Role.OFFICE, readers.open(Role.OFFICE, COUNTY));
    people.put(Role.TOWNSHIP, readers.open(Role.TOWNSHIP, town));
    people.put(Role.COMPANY, readers.ofCompany(company(Whose.OWN).id(), town));
    var leader = readers.open(Role.LEADER, COUNTY);
    people.put(Role.LEADER, leader);
    assignments.link(
        leader.account().id(),
        List.of(company(Whose.OWN).id(), company(Whose.OTHER_TOWN).id()),
        TODAY,
        null);
    var begin = TODAY.minusYears(1);
    assignments.save(
        new Assignment(
            0, company(Whose.SAME_TOWN).id(), leader.account().id(), begin, TODAY, "调整分工"));
  }

  private void chooseCompanies() {
    var placed =
        companies.inRegion(COUNTY).stream()
            .filter(company -> company.demo() && company.regionCode().length() == 9)
            .toList();
    var own = placed.getFirst();
    asked.put(Whose.OWN, own);
    asked.put(
        Whose.SAME_TOWN,
        placed.stream()
            .filter(each -> each.id() != own.id() && each.regionCode().equals(own.regionCode()))
            .findFirst()
            .orElseThrow());
    asked.put(
        Whose.OTHER_TOWN,
        placed.stream()
            .filter(each -> !each.regionCode().equals(own.regionCode()))
            .findFirst()
            .orElseThrow());
    if (regions.findByCode(ELSEWHERE).isEmpty()) {
      regions.save(new Region("97", "外省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("9701", "外市", RegionLevel.PREFECTURE, "97", "试验"));
      regions.save(new Region(ELSEWHERE, "外县", RegionLevel.COUNTY, "9701", "试验"));
    }
    asked.put(
        Whose.OTHER_COUNTY,
        companies.save(
            Company.named("外县轴承有限公司", ELSEWHERE, Track.MANUFACTURING, "试验", LocalDate.EPOCH)));
    reporting.report(
        asked.values().stream().flatMap(each -> Stream.of(said(each, 1), said(each, 2))).toList());
  }

  /// Two sources that disagree.
  private static Figure said(Company company, int source) {
    return Figure.reported(
        company.id(),
        "revenue",
        Period.year(2025),
        Value.number(Integer.toString(5000 + source)),
        new Source("来源" + source, null),
        "试验",
        NOW.minusSeconds(60));
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE, OWN, 200",
    "OFFICE, SAME_TOWN, 200",
    "OFFICE, OTHER_TOWN, 200",
    "OFFICE, OTHER_COUNTY, 404",
    "TOWNSHIP, OWN, 200",
    "TOWNSHIP, SAME_TOWN, 200",
    "TOWNSHIP, OTHER_TOWN, 404",
    "TOWNSHIP, OTHER_COUNTY, 404",
    "LEADER, OWN, 200",
    "LEADER, SAME_TOWN, 404",
    "LEADER, OTHER_TOWN, 200",
    "LEADER, OTHER_COUNTY, 404",
    "COMPANY, OWN, 200",
    "COMPANY, SAME_TOWN, 404",
    "COMPANY, OTHER_TOWN, 404",
    "COMPANY, OTHER_COUNTY, 404",
  })
  void aCompanyOutOfScopeIsAbsent(Role role, Whose whose, int code) {
    var reader = reader(role);
    var id = company(whose).id();

    assertThat(
            Stream.of(
                "/companies/" + id,
                "/companies/" + id + "/what-if",
                "/api/v1/companies/" + id,
                "/api/v1/companies/" + id + "/figures",
                "/api/v1/companies/" + id + "/verdicts"))
        .allSatisfy(path -> assertThat(reader.code(path)).as(path).isEqualTo(code));
    assertThat(reader.post("/companies/" + id + "/what-if", "add=")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE, OWN, 200",
    "OFFICE, OTHER_COUNTY, 404",
    "TOWNSHIP, OWN, 404",
    "LEADER, OWN, 404",
    "COMPANY, OWN, 404",
  })
  void disagreeingSourcesAreDecidedByThoseWhoseItIs(Role role, Whose whose, int code) {
    var path = "/companies/" + company(whose).id() + "/conflicts";

    assertThat(reader(role).code(path)).isEqualTo(code);
    assertThat(reader(role).post(path, "figure=0")).isEqualTo(code == 200 ? 422 : 404);
  }

  @Test
  void theWordsAreThoseOfANumberThatDoesNotExist() {
    var id = Long.toString(company(Whose.OTHER_TOWN).id());

    for (var path : List.of("/api/v1/companies/", "/companies/")) {
      var hidden = reader(Role.TOWNSHIP).text(path + id).replace(id, "88888888");
      assertThat(visible(hidden)).isEqualTo(visible(reader(Role.TOWNSHIP).text(path + "88888888")));
    }
  }

  private static String visible(String answer) {
    return answer.startsWith("{")
        ? answer.replaceAll("\"(id|number|instance|trace)\":\"[^\"]*\"", "")
        : Jsoup.parse(answer).select("main h1, main p").text().replaceAll("错误编号.*", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER", "COMPANY"})
  void listsAndTheirCountsHoldWhatIsInScopeAndNothingElse(Role role) throws IOException {
    var own = idsOf(role);
    var page = reader(role).page("/companies?size=200");

    assertThat(ids(json(role, "/api/v1/companies?size=200"))).isEqualTo(own);
    assertThat(page.select(".roster a.opens").eachAttr("href"))
        .hasSameSizeAs(own)
        .allSatisfy(href -> assertThat(own).contains(number(href)));
    assertThat(page.select(".head p > b").text()).isEqualTo(Integer.toString(own.size()));
    assertThat(page.select("nav.chips[aria-label=按类别筛选] .chip em").eachText())
        .first()
        .isEqualTo(Integer.toString(own.size()));
    assertThat(page.select("select[name=town] option[value~=\\d+]").eachText())
        .isNotEmpty()
        .allSatisfy(option ->
            assertThat(Integer.parseInt(option.replaceAll(".*（(\\d+)）", "$1")))
                .isLessThanOrEqualTo(own.size()));
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void filesHoldWhatTheListHolds(Role role) throws IOException {
    var own = idsOf(role);
    var names = names(own);

    assertThat(reader(role).text("/companies.csv").lines().skip(1).map(ScopeIT::firstCell))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(heading(role, "/companies.xlsx")).contains("共 " + own.size() + " 家企业");
    assertThat(heading(role, "/editions/comparison/companies?" + GIANT))
        .contains("共 " + own.size() + " 家");
  }

  @Test
  void aCompanyTakesNoListAway() {
    assertThat(
            Stream.of(
                "/companies.csv",
                "/companies.xlsx",
                "/editions/comparison/companies?" + GIANT,
                "/api/v1/impact?" + GIANT,
                "/overview"))
        .allSatisfy(path -> assertThat(reader(Role.COMPANY).code(path)).as(path).isEqualTo(404));
  }

  @ParameterizedTest
  @CsvSource({"OFFICE, 303", "TOWNSHIP, 200", "LEADER, 303", "COMPANY, 200"})
  void aSearchFindsNothingBeyondTheScope(Role role, int code) throws IOException {
    var other = company(Whose.OTHER_TOWN);
    var found = code == 303 ? 1 : 0;

    for (var words : List.of(other.name(), String.valueOf(other.creditCode()))) {
      var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
      assertThat(reader(role).code("/companies?q=" + q)).isEqualTo(code);
      assertThat(json(role, "/api/v1/companies?q=" + q).path("total").asInt()).isEqualTo(found);
    }
    assertThat(
            json(role, "/api/v1/companies?region=" + other.regionCode()).path("total").asInt() > 0)
        .isEqualTo(code == 303);
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void everyNumberOfTheDashboardIsThatOfItsList(Role role) {
    var reader = reader(role);
    var page = reader.page("/overview");

    assertThat(page.select(".head a[href=/companies]").text()).isEqualTo(idsOf(role).size() + " 家");
    assertThat(page.select("main td.num a[href^=/companies?], main .stat a[href^=/companies?]"))
        .hasSizeGreaterThan(12)
        .allSatisfy(link ->
            assertThat(total(reader.page(link.attr("href"))))
                .as(link.outerHtml())
                .isEqualTo(link.text().replaceAll("\\D", "")));
    assertThat(page.select("section:has(h2:contains(最近的企业)) li a").eachAttr("href"))
        .allSatisfy(href -> assertThat(idsOf(role)).contains(number(href)));
    assertThat(page.select(".news a[href*=list=]"))
        .isNotEmpty()
        .allSatisfy(link ->
            assertThat(shown(reader.page(link.attr("href").replaceAll("#.*", "&size=200"))))
                .as(link.outerHtml())
                .hasSize(Integer.parseInt(link.select("b").text().replaceAll("\\D", ""))));
  }

  private static List<String> shown(Document comparison) {
    return comparison.select("#impact a.opens").eachAttr("href");
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void theImpactIsThatOnOnesOwnCompanies(Role role) throws IOException {
    Set<Long> listed = new TreeSet<>();
    for (var list : LISTS) {
      var answer = json(role, "/api/v1/impact?size=200&" + GIANT + "&list=" + list);
      assertThat(answer.at("/counts/" + list).asInt()).isEqualTo(answer.path("items").size());
      assertThat(answer.path("companies").asInt()).isEqualTo(idsOf(role).size());
      listed.addAll(ids(answer));
    }
    assertThat(listed).isEqualTo(idsOf(role));
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void anEditionCountsOnesOwnCompanies(Role role) throws IOException {
    var section =
        reader(role).page("/editions/cn-xjr-2026").select("section:has(h2:contains(企业判定))");
    var without = json(role, "/api/v1/companies?size=200").path("items");
    var holders = 0;
    for (var company : without) {
      holders += company.path("titles").toString().contains("little-giant") ? 1 : 0;
    }

    assertThat(
            section.select(".tally .v").eachText().stream()
                .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .sum())
        .isEqualTo(idsOf(role).size() - holders);
  }

  @Test
  void aCompanyReadsStandardsWithoutThePool() {
    var reader = reader(Role.COMPANY);

    assertThat(reader.page("/editions/cn-xjr-2026").text()).doesNotContain("企业判定");
    assertThat(reader.page("/editions/comparison?" + GIANT).select("#impact")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER", "COMPANY"})
  void noLinkLeadsToAClosedDoor(Role role) {
    var reader = reader(role);
    var own = "/companies/" + company(Whose.OWN).id();
    List<String> pages =
        new ArrayList<>(
            List.of(
                own,
                own + "/what-if",
                "/companies",
                "/companies?q=zzzz",
                "/editions",
                "/editions/cn-xjr-2026",
                "/editions/comparison?" + GIANT));
    if (role != Role.COMPANY) {
      pages.add("/overview");
    }

    Set<String> doors = new TreeSet<>();
    for (var page : pages) {
      doors.addAll(reader.page(page).select("main a[href^=/], nav a[href^=/]").eachAttr("href"));
    }

    assertThat(doors.stream().map(each -> each.replaceAll("#.*", "")).distinct())
        .isNotEmpty()
        .allSatisfy(door -> assertThat(reader.code(door)).as(door).isIn(200, 303));
  }

  @Test
  void onlyWhoMayStopTheWorkHasAButtonForIt() {
    reader(Role.OFFICE).page("/overview");
    execute("UPDATE assessment_run SET state = 'RUNNING', done = 6, touched_at = UTC_TIMESTAMP(6)");
    try {
      var stop = "form[action^=/assessment-runs/]";
      assertThat(reader(Role.OFFICE).page("/overview").select(stop)).hasSize(1);
      assertThat(reader(Role.TOWNSHIP).page("/overview").select("progress")).hasSize(1);
      assertThat(reader(Role.TOWNSHIP).page("/overview").select(stop)).isEmpty();
    } finally {
      execute("DELETE FROM assessment_gap");
      execute("DELETE FROM assessment");
      execute("DELETE FROM assessment_run");
    }
  }

  private void execute(String sql) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }

  private Reader reader(Role role) {
    return Objects.requireNonNull(people.get(role));
  }

  private Company company(Whose whose) {
    return Objects.requireNonNull(asked.get(whose));
  }

  /// What the role should see, found another way.
  private Set<Long> idsOf(Role role) {
    var own = company(Whose.OWN);
    return new TreeSet<>(
        switch (role) {
          case OFFICE -> companies.inRegion(COUNTY).stream().map(Company::id).toList();
          case TOWNSHIP -> companies.inRegion(own.regionCode()).stream().map(Company::id).toList();
          case LEADER -> List.of(own.id(), company(Whose.OTHER_TOWN).id());
          case COMPANY -> List.of(own.id());
          case DEPARTMENT, INSPECTOR, ADMIN, AUDITOR -> List.of();
        });
  }

  private Set<String> names(Set<Long> ids) {
    return companies.findByIdIn(ids).stream().map(Company::name).collect(Collectors.toSet());
  }

  private JsonNode json(Role role, String path) throws IOException {
    return new JsonMapper().readTree(reader(role).get(path).body());
  }

  private static Set<Long> ids(JsonNode answer) {
    Set<Long> ids = new TreeSet<>();
    answer.path("items").forEach(item -> ids.add(item.path("id").asLong()));
    return ids;
  }

  private static long number(String href) {
    return Long.parseLong(href.replaceAll("/companies/(\\d+).*", "$1"));
  }

  private static String firstCell(String line) {
    return line.split(",", 2)[0];
  }

  private static String total(Document list) {
    var words = list.select(".pager > span").text();
    return words.isEmpty() ? "0" : words.replaceFirst(".*共 ([\\d,]+) 条.*", "$1");
  }

  private String heading(Role role, String path) throws IOException {
    var file = reader(role).get(path).body();
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
      var sheet = book.getSheetAt(0);
      return Stream.of(0, 1, 2, 3)
          .map(row -> sheet.getRow(row).getCell(0).toString())
          .collect(Collectors.joining("\n"));
    }
  }
}
