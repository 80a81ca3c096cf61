package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.obligation.Among;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Owner;
import seedbed.obligation.State;
import seedbed.obligation.Window;

/// What an inspection came to is owed by the day after it ended, and the company is not warned.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查结论次日报送的应报")
final class ConclusionOwedIT {

  private static final String COUNTY = "240102";
  private static final String TOWN = "240102001";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Readers readers;
  @Inject InspectionCasework casework;
  @Inject Obligations obligations;
  @Inject Clock clock;

  private LocalDate today;
  private Company company;
  private Caller unit;

  @BeforeEach
  void people() {
    today = LocalDate.now(clock);
    region("24", RegionLevel.PROVINCE, null);
    region("2401", RegionLevel.PREFECTURE, "24");
    region(COUNTY, RegionLevel.COUNTY, "2401");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company =
        companies.save(
            Company.named(
                "报送" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    unit = GivenInspections.caller(COUNTY, "应急" + UUID.randomUUID().toString().substring(0, 8));
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "检查" + code, level, parent, "试验"));
    }
  }

  private long filed(LocalDate visit) {
    return casework.file(company.id(), GivenInspections.fields(visit), visit.minusDays(1), unit);
  }

  private void conclude(long inspection, LocalDate ended, LocalDate on) {
    casework.conclude(
        inspection,
        Map.of(
            "ended-on", ended.toString(),
            "words", "现场检查",
            "conclusion", "没有发现问题",
            "inspectors", "甲、乙"),
        on,
        unit);
  }

  private Obligation of(long inspection) {
    return obligations
        .list(
            Query.of(new Window(today.minusYears(1), today.plusYears(1))).kind("inspection"),
            Among.companies(List.of(company.id()), today),
            100,
            0)
        .stream()
        .filter(each -> each.subjectId() == inspection)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("检查结束次日报送为按时，再晚为迟报，没有报送为未报")
  void theDayAfterItEndedIsTheLastOnTime() {
    LocalDate visit = today.minusDays(30);
    long onTime = filed(visit);
    conclude(onTime, visit, visit.plusDays(1));
    long late = filed(visit);
    conclude(late, visit, visit.plusDays(2));
    long silent = filed(visit);

    assertThat(of(onTime).state()).isEqualTo(State.ON_TIME);
    assertThat(of(late).state()).isEqualTo(State.LATE);
    assertThat(of(silent))
        .extracting(Obligation::state, Obligation::owner, Obligation::unit, Obligation::dueOn)
        .containsExactly(State.MISSING, Owner.INSPECTOR, unit.unit(), visit.plusDays(1));
  }

  @Test
  @DisplayName("检查延长的，从实际结束之日算起")
  void whatTookLongerIsDueLater() {
    LocalDate visit = today.minusDays(30);
    long longer = filed(visit);
    conclude(longer, visit.plusDays(3), visit.plusDays(4));

    assertThat(of(longer).dueOn()).isEqualTo(visit.plusDays(4));
    assertThat(of(longer).state()).isEqualTo(State.ON_TIME);
  }

  @Test
  @DisplayName("没有报备的不应报；检查单位看得到自己的，被检查企业看不到，也就不会提前知道")
  void theUnitSeesItAndTheCompanyIsNotWarned() {
    casework.draft(company.id(), GivenInspections.fields(today), today, unit);
    filed(today.plusDays(2));
    Reader inspector = readers.ofUnit(Role.INSPECTOR, COUNTY, String.valueOf(unit.unit()));
    Reader other = readers.ofUnit(Role.INSPECTOR, COUNTY, "别的单位");
    Reader owner = readers.ofCompany(company.id(), TOWN);

    assertThat(inspector.page("/obligations?kind=inspection").select("tbody tr")).hasSize(1);
    assertThat(other.page("/obligations?kind=inspection").select("tbody tr")).isEmpty();
    assertThat(owner.page("/obligations?kind=inspection&whose=all").select("tbody tr")).isEmpty();
  }
}
