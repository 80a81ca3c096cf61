package seedbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpStatus;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.Run;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.Track;
import seedbed.seed.DemoPool;

/// One company is registered on a day: on the day before it is nowhere, from the day on everywhere.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KnownCompaniesIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate REGISTERED = LocalDate.of(2026, 5, 10);
  private static final LocalDate BEFORE = LocalDate.of(2026, 5, 9);
  private static final String NAME = "后登记滚针有限公司";
  private static final String TOWN = "320682111";
  private static final String IMPACT = "/api/v1/impact?from=cn-xjr-2022&to=cn-xjr-2026&on=";

  /// Companies before the one that is registered.
  private static final int OTHERS = 181;

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject PoolAssessment pool;
  @Inject PoolCounts counts;
  @Inject Companies companies;
  @Inject TransactionOperations<Connection> transactions;

  private long id;

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @BeforeAll
  void oneMoreCompany() {
    demo.refill();
    id = companies.save(Company.named(NAME, TOWN, Track.MANUFACTURING, "试验", REGISTERED)).id();
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  @Test
  void listHasItFromTheDayOn() {
    var words = "滚针";

    assertThat(listed("q=" + encoded(words), BEFORE)).isEmpty();
    assertThat(listed("q=" + encoded(words), REGISTERED)).containsExactly(NAME);
    assertThat(listed("size=200", BEFORE)).hasSize(OTHERS).doesNotContain(NAME);
    assertThat(listed("size=200", REGISTERED)).hasSize(OTHERS + 1).contains(NAME);
  }

  @Test
  void aSearchThatNamesItLeadsToItFromTheDayOn() {
    assertThat(site.page("/companies?q=" + encoded(NAME) + "&on=" + BEFORE).select(".empty"))
        .isNotEmpty();
    assertThat(site.page("/companies?q=" + encoded(NAME) + "&on=" + REGISTERED).title())
        .contains(NAME);
  }

  @Test
  void filtersCountItFromTheDayOn() {
    assertThat(chips("结论", BEFORE)).isEqualTo(OTHERS);
    assertThat(chips("结论", REGISTERED)).isEqualTo(OTHERS + 1);
    assertThat(chips("类别", REGISTERED)).isEqualTo(chips("类别", BEFORE) + 1);
    assertThat(chips("来源", REGISTERED)).isEqualTo(chips("来源", BEFORE) + 1);
    assertThat(option("town", TOWN, REGISTERED)).isEqualTo(option("town", TOWN, BEFORE) + 1);
    assertThat(option("gap", "revenue", REGISTERED))
        .isEqualTo(option("gap", "revenue", BEFORE) + 1);
  }

  @Test
  void filesHaveItFromTheDayOn() throws IOException {
    assertThat(csv(BEFORE)).hasSize(OTHERS + 1).noneMatch(line -> line.startsWith(NAME));
    assertThat(csv(REGISTERED)).hasSize(OTHERS + 2).anyMatch(line -> line.startsWith(NAME));
    assertThat(totalInWorkbook(BEFORE)).contains("共 " + OTHERS + " 家企业");
    assertThat(totalInWorkbook(REGISTERED)).contains("共 " + (OTHERS + 1) + " 家企业");
  }

  @Test
  void programsHearOfItFromTheDayOn() throws IOException {
    assertThat(json("/api/v1/companies?on=" + BEFORE).path("total").asInt()).isEqualTo(OTHERS);
    assertThat(json("/api/v1/companies?on=" + REGISTERED).path("total").asInt())
        .isEqualTo(OTHERS + 1);
    assertThat(json("/api/v1/companies/" + id + "?on=" + REGISTERED).path("recordedOn").asText())
        .isEqualTo("2026-05-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/companies/%d?on=",
        "/companies/%d/what-if?on=",
        "/companies/%d/conflicts?on=",
        "/api/v1/companies/%d?on=",
        "/api/v1/companies/%d/verdicts?on=",
        "/api/v1/companies/%d/figures?on="
      })
  void beforeTheDayItIsAbsentInTheWordsForANumberThatDoesNotExist(String address) {
    var answer = site.file(address.formatted(id) + BEFORE);
    var noSuch = site.file(address.formatted(987_654) + BEFORE);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer.body()))
        .contains("没有编号为 " + id + " 的企业，或者该企业在 2026-05-09 还没有登记。")
        .isEqualTo(text(noSuch.body()).replace("987654", "" + id));
    assertThat(site.file(address.formatted(id) + REGISTERED).statusCode()).isEqualTo(200);
  }

  @Test
  void dashboardCountsItFromTheDayOn() {
    assertThat(site.page("/overview?on=" + BEFORE).select(".head p").text())
        .contains(OTHERS + " 家企业中");
    assertThat(site.page("/overview?on=" + REGISTERED).select(".head p").text())
        .contains((OTHERS + 1) + " 家企业中");
  }

  @Test
  void runOfAPastDayJudgesThoseKnownThen() {
    assertThat(run(BEFORE).companies()).isEqualTo(OTHERS);
    assertThat(judged(run(BEFORE))).isFalse();
    assertThat(run(REGISTERED).companies()).isEqualTo(OTHERS + 1);
    assertThat(judged(run(REGISTERED))).isTrue();
  }

  @Test
  void whoeverIsRegisteredLaterLeavesTheRunOfAPastDayAlone() {
    var before = run(BEFORE);

    var late =
        companies.save(
            Company.named("更晚登记有限公司", TOWN, Track.MANUFACTURING, "试验", LocalDate.of(2026, 11, 21)));

    assertThat(run(BEFORE).id()).isEqualTo(before.id());
    execute("DELETE FROM assessment_gap WHERE company_id = ?", late.id());
    execute("DELETE FROM assessment WHERE company_id = ?", late.id());
    execute("DELETE FROM company WHERE id = ?", late.id());
  }

  @Test
  void countsLeaveOutWhatARunHoldsBeyondItsDay() {
    var run = run(REGISTERED).id();
    var then = new Known(new Scope.Whole(), REGISTERED);
    var before = new Known(new Scope.Whole(), BEFORE);

    assertThat(counts.totals(run, then).companies() - counts.totals(run, before).companies())
        .isEqualTo(1);
    assertThat(all(counts.byTitle(run, then)) - all(counts.byTitle(run, before)))
        .isEqualTo(counts.byTitle(run, then).size());
    assertThat(counts.byTown(run, then, "rugao-pool", "little-giant"))
        .isNotEqualTo(counts.byTown(run, before, "rugao-pool", "little-giant"));
    assertThat(counts.gaps(run, then, 5)).isNotEqualTo(counts.gaps(run, before, 5));
    assertThat(counts.closest(run, then, "little-giant", 500))
        .hasSize(counts.closest(run, before, "little-giant", 500).size() + 1);
  }

  @Test
  void impactConcernsThoseKnownThen() throws IOException {
    assertThat(json(IMPACT + BEFORE).path("companies").asInt()).isEqualTo(OTHERS);
    assertThat(json(IMPACT + REGISTERED).path("companies").asInt()).isEqualTo(OTHERS + 1);
    assertThat(names(json(IMPACT + BEFORE + "&list=undecided&size=200"))).doesNotContain(NAME);
    assertThat(names(json(IMPACT + REGISTERED + "&list=undecided&size=200"))).contains(NAME);
  }

  @Test
  void dayBeforeEveryCompanySaysSo() {
    assertThat(site.page("/companies?on=2018-01-01").select(".empty").text())
        .contains("这一天还没有登记企业");
    assertThat(site.page("/overview?on=2018-01-01").select(".empty").text()).contains("这一天还没有登记企业");
  }

  private List<String> listed(String query, LocalDate on) {
    return site.page("/companies?" + query + "&on=" + on).select(".roster a.opens").eachText();
  }

  private int chips(String label, LocalDate on) {
    var page = site.page("/companies?on=" + on);
    var numbers = page.select("nav.chips:contains(" + label + ") .chip em").eachText();
    return Integer.parseInt(numbers.getFirst());
  }

  private int option(String field, String value, LocalDate on) {
    var option =
        site.page("/companies?title=little-giant&on=" + on)
            .select("select[name=" + field + "] option[value=" + value + "]")
            .text();
    return Integer.parseInt(option.replaceAll(".*（(\\d+)）", "$1"));
  }

  private List<String> csv(LocalDate on) {
    return text(site.file("/companies.csv?on=" + on).body()).lines().toList();
  }

  private String totalInWorkbook(LocalDate on) throws IOException {
    var file = site.file("/companies.xlsx?on=" + on).body();
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
      return book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue();
    }
  }

  private static List<String> names(JsonNode impact) {
    return impact.path("items").findValuesAsText("name");
  }

  private static long all(List<PoolCounts.ByTitle> counts) {
    return counts.stream()
        .mapToLong(
            each -> each.held() + each.ready() + each.oneShort() + each.shortOf() + each.unknown())
        .sum();
  }

  private Run run(LocalDate on) {
    return ((PoolAssessment.Ready) pool.on(on)).run();
  }

  private boolean judged(Run run) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement("SELECT 1 FROM assessment WHERE run_id = ? AND company_id = ?")) {
        select.setLong(1, run.id());
        select.setLong(2, id);
        try (var row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  private void execute(String sql, long company) {
    transactions.executeWrite(status -> {
      try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
        statement.setLong(1, company);
        return statement.executeUpdate();
      }
    });
  }

  private JsonNode json(String address) throws IOException {
    var answer = site.file(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(HttpStatus.OK.getCode());
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
