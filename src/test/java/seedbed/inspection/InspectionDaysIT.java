package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.portfolio.Assignments;

/// The days of an inspection: filed, moved, and those on which it ended.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查的日期")
final class InspectionDaysIT {

  private static final String COUNTY = "240101";
  private static final String TOWN = "240101001";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Assignments assignments;
  @Inject Readers readers;
  @Inject InspectionCasework casework;
  @Inject Clock clock;

  private LocalDate today;
  private Company firm;
  private Reader inspector;
  private Reader office;
  private Reader leader;

  @BeforeEach
  void people() {
    today = LocalDate.now(clock);
    region("24", RegionLevel.PROVINCE, null);
    region("2401", RegionLevel.PREFECTURE, "24");
    region(COUNTY, RegionLevel.COUNTY, "2401");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    firm =
        companies.save(
            Company.named(
                "检查" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    inspector = readers.ofUnit(Role.INSPECTOR, COUNTY, "应急" + UUID.randomUUID());
    office = readers.open(Role.OFFICE, COUNTY);
    leader = readers.open(Role.LEADER, COUNTY);
    assignments.link(leader.account().id(), List.of(firm.id()), today.minusDays(90), null);
  }

  @Test
  @DisplayName("迟报的结论，预填的是报备的结束日期，不是今天，所以记为逾期")
  void aLateConclusionIsNotInTimeByDefault() {
    long id = filed(today.minusDays(20), today.minusDays(20));
    String prefilled =
        inspector.page("/inspections/" + id + "/conclusion").select("#ended-on").attr("value");

    assertThat(prefilled).isEqualTo("" + today.minusDays(20));
    assertThat(conclude(id, LocalDate.parse(prefilled), Map.of())).isEqualTo(200);

    assertThat(leader.page("/inspections/" + id).text()).contains("逾期（期限");
  }

  @Test
  @DisplayName("结束日期晚于或早于报备的，问原因，不拦；原因和不符都留下，领导看得到")
  void anotherDayThanFiledIsExplained() {
    long id = filed(today.minusDays(20), today.minusDays(20));

    assertThat(conclude(id, today, Map.of())).isEqualTo(422);
    assertThat(conclude(id, today, Map.of("off-days-reason", "企业停产，改到今天"))).isEqualTo(200);
    assertThat(leader.page("/inspections/" + id).text()).contains("与报备不符", "企业停产，改到今天");
    assertThat(leader.page("/inbox").text()).contains("与报备的检查日期不符（企业停产，改到今天）");

    long forward = filed(today.plusDays(10), today);
    assertThat(conclude(forward, today, Map.of("confirmed", "yes"))).isEqualTo(200);
    assertThat(leader.page("/inspections/" + forward).text()).contains("与报备不符", "没有写原因");
    assertThat(office.page("/inspections?mark=off-days").select("tbody tr").text())
        .contains(firm.name());
  }

  @Test
  @DisplayName("改期的，期限跟着走，接到报备的人都知道；报送结论以后不能再改")
  void aVisitThatIsPutOffIsNotLate() {
    long id = filed(today.minusDays(6), today.minusDays(6));
    assertThat(leader.page("/inspections?show=late").text()).contains(firm.name());

    assertThat(move(id, "下周")).isEqualTo(422);
    assertThat(move(id, "" + today.plusDays(5))).isEqualTo(200);

    assertThat(leader.page("/inspections?show=late").text()).doesNotContain(firm.name());
    assertThat(leader.page("/inspections?show=waiting").select("tbody tr").text())
        .contains(firm.name());
    assertThat(leader.page("/inbox").text())
        .contains("检查改期：" + firm.name(), "改到 " + today.plusDays(5));
    assertThat(office.page("/inspections/" + id).text())
        .contains("待检查", "改到", "计划 " + today.plusDays(5));
    assertThat(move(id, "" + today)).isEqualTo(200);
    assertThat(conclude(id, today, Map.of())).isEqualTo(200);
    assertThat(leader.page("/inspections/" + id).text()).contains("在期限内").doesNotContain("与报备不符");
    assertThat(move(id, "" + today.plusDays(1))).isEqualTo(409);
  }

  @Test
  @DisplayName("四十天后的检查也能提议联合；同名的别级单位收不到")
  void aVisitFarAheadIsProposedTogether() {
    String unit = "环境" + UUID.randomUUID();
    Reader other = readers.ofUnit(Role.INSPECTOR, COUNTY, unit);
    Reader above = readers.ofUnit(Role.INSPECTOR, "2401", unit);
    long theirs =
        casework.file(
            firm.id(),
            GivenInspections.fields(today.plusDays(42)),
            today,
            GivenInspections.caller(COUNTY, unit));
    long own =
        casework.draft(
            firm.id(),
            GivenInspections.fields(today.plusDays(40)),
            today,
            GivenInspections.caller(COUNTY, unit()));

    assertThat(post("/inspections/" + own + "/proposals", Map.of("other", "" + theirs)))
        .isEqualTo(200);

    assertThat(other.page("/inbox").text()).contains("提议联合检查", "检查报备：" + firm.name());
    assertThat(above.page("/inbox").text()).doesNotContain(firm.name());
  }

  private long filed(LocalDate visit, LocalDate on) {
    return casework.file(
        firm.id(), GivenInspections.fields(visit), on, GivenInspections.caller(COUNTY, unit()));
  }

  private String unit() {
    return String.valueOf(inspector.account().unit());
  }

  private int move(long id, String to) {
    return post(
        "/inspections/" + id + "/additions", Map.of("about", "检查日期", "words", "企业停产", "day", to));
  }

  private int conclude(long id, LocalDate ended, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("ended-on", ended.toString());
    fields.put("words", "看了车间");
    fields.put("conclusion", "处置意见");
    fields.put("inspectors", "甲、乙");
    return post("/inspections/" + id + "/conclusion", fields);
  }

  private int post(String path, Map<String, String> fields) {
    return inspector.post(
        path,
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "检查" + code, level, parent, "试验"));
    }
  }
}
