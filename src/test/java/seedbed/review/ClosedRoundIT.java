package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.criteria.Editions;
import seedbed.drafting.LaterEditions;
import seedbed.figure.Period;
import seedbed.signin.Door;

/// What was closed reads the same whatever comes later.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("结束后的动态管理")
final class ClosedRoundIT {

  private static final String COUNTY = "190101";

  @Inject ReviewPeople people;
  @Inject ReviewCasework casework;
  @Inject LaterEditions later;
  @Inject Editions editions;
  @Inject Door door;

  @AfterEach
  void forget() throws SQLException {
    later.forget();
  }

  @Test
  @DisplayName("发布新标准、补报数据以后，每一页一字不差")
  void everyPageIsTheSameByteForByteAfterALaterEdition() {
    door.forgetLocks();
    people.settle(COUNTY);
    Company company = people.member(COUNTY + "001");
    people.report(
        company,
        "main_revenue",
        Period.year(people.today().getYear() - 1),
        "5000",
        people.today().minusDays(9).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    String office = people.person(Role.OFFICE, COUNTY);
    long round = closed();
    long member = casework.candidates(round).getFirst().member();
    List<String> paths =
        List.of(
            "/reviews/" + round,
            "/reviews/" + round + "/list",
            "/reviews/" + round + "/comparison",
            "/review-members/" + member);
    Map<String, String> before = read(paths, office);
    assertThat(before.get("/review-members/" + member)).contains("5,000.00 万元", "试验报表");

    String edition = later.publish();
    people.report(company, "main_revenue", Period.year(people.today().getYear() - 1), "1");

    assertThat(editions.find(edition)).as("the later edition is in force").isPresent();
    assertThat(read(paths, office)).isEqualTo(before);
  }

  private Map<String, String> read(List<String> paths, String session) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String path : paths) {
      var answer = door.page(path, session);
      assertThat(answer.code()).as(path).isEqualTo(200);
      pages.put(path, answer.page().select("main").outerHtml());
    }
    return pages;
  }

  private long closed() {
    LocalDate yesterday = people.today().minusDays(1);
    Caller office = new Caller(0, 0, "试验", Role.OFFICE, COUNTY, null, null);
    long round =
        casework.open(ReviewPeople.POOL, yesterday.getYear(), yesterday, people.today(), office);
    casework.decideRest(round, "keep", "继续培育", people.today(), office);
    casework.close(round, "试验公告2号", people.today(), office);
    return round;
  }
}
