package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.company.RegionLevel;
import seedbed.web.Refusal;

/// What an inspection came to: its clock, first findings, and what the company says of it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("检查结论和企业评价")
final class ConclusionsIT extends InspectionScene {

  @Inject Answering answering;

  @Test
  void aConclusionThatIsLateIsSaidSoToTheLeader() {
    LocalDate visit = today.minusDays(4);
    long id =
        casework.file(
            giant.id(),
            GivenInspections.fields(visit),
            visit,
            GivenInspections.caller(COUNTY, unit()));

    assertThat(leader.page("/inspections?show=late").select("tbody tr").text())
        .contains(giant.name(), "逾期未报告");
    assertThat(conclude(id, visit, Map.of())).isEqualTo(200);

    assertThat(leader.page("/inbox").select(".messages li").text())
        .contains("检查结论：" + giant.name() + "（逾期报送）", "结论应次日报送您");
    assertThat(leader.page("/inspections/" + id).text()).contains("逾期，期限 " + visit.plusDays(1));
    assertThat(owner.page("/inbox").select(".messages li").text()).contains("检查结论");
    assertThat(conclude(id, visit, Map.of())).isEqualTo(409);
    assertThat(
            inspector
                .refused("/inspections/" + id + "/conclusion", "words=x")
                .select(".failure a.first")
                .attr("href"))
        .as("not to the form, which is closed")
        .isEqualTo("/inspections/" + id);
  }

  @Test
  void theDayAfterIsInTime() {
    LocalDate visit = today.minusDays(1);
    long id =
        casework.file(
            giant.id(),
            GivenInspections.fields(visit),
            visit,
            GivenInspections.caller(COUNTY, unit()));

    assertThat(leader.page("/inspections?show=open").select("tbody tr").text())
        .contains(giant.name());
    assertThat(conclude(id, visit, Map.of())).isEqualTo(200);

    assertThat(leader.page("/inspections/" + id).text()).contains("在期限内");
  }

  @Test
  void aFirstFindingMetWithAFineIsAskedAboutAndNotForbidden() {
    long id = filed(giant, today);
    Map<String, String> fine =
        Map.of(
            "problem-1-item", "安全检查",
            "problem-1-words", "没有培训",
            "problem-1-disposition", "fine");

    assertThat(conclude(id, today, fine)).isEqualTo(422);
    Map<String, String> confirmed = new HashMap<>(fine);
    confirmed.put("confirmed", "yes");
    assertThat(conclude(id, today, confirmed)).isEqualTo(200);
    assertThat(office.page("/inspections/" + id).text()).contains("首次发现", "没有写理由");

    // The second time it is no first finding, and nothing is asked.
    long again = filed(giant, today);
    assertThat(conclude(again, today, fine)).isEqualTo(200);
    assertThat(office.page("/inspections/" + again).text()).contains("不是首次");
  }

  @Test
  void theCompanyAnswersAndItsRatingLeadsBackToNobody() {
    for (int round = 1; round <= 3; round++) {
      long id = filed(giant, today);
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(409);
      conclude(id, today, Map.of());
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(200);
      assertThat(send(owner, "/inspections/" + id + "/receipt", Map.of())).isEqualTo(409);
      assertThat(send(owner, "/inspections/" + id + "/rating", Map.of("score", "9")))
          .isEqualTo(422);
      assertThat(
              send(
                  owner,
                  "/inspections/" + id + "/rating",
                  Map.of("score", "" + (round + 1), "words", "意见" + round)))
          .isEqualTo(200);
      assertThat(send(owner, "/inspections/" + id + "/rating", Map.of("score", "1")))
          .isEqualTo(409);
      Document shown = office.page("/inspections/ratings");
      if (round < 3) {
        assertThat(shown.text()).doesNotContain(unit());
      } else {
        assertThat(shown.text()).contains(unit(), "平均 3.00", "意见1").doesNotContain(giant.name());
      }
      assertThat(office.page("/inspections/" + id).text()).doesNotContain("意见" + round);
      assertThat(inspector.page("/inspections/" + id).text()).doesNotContain("意见" + round);
    }
    assertThat(columns("inspection_rating"))
        .containsExactlyInAnyOrder("id", "region_code", "unit", "rated_year", "score", "words");
    assertThat(columns("inspection_rated")).containsExactly("inspection_id");
  }

  @Test
  void aConclusionIsReceivedOnceAlsoByTwoAtOnce() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());
    Inspection inspection = inspections.findById(id).orElseThrow();
    Caller somebody = GivenInspections.caller(TOWN, "");

    answering.receive(inspection, somebody);

    // As if both had looked before either had written.
    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() -> answering.receive(inspection, somebody));
  }

  @Test
  void unitsOfOneNameInTwoCountiesAreTwoUnits() {
    String elsewhere = "240102";
    region(elsewhere, RegionLevel.COUNTY, "2401");
    String name = "市场监管局" + UUID.randomUUID();
    List.of(COUNTY, COUNTY, elsewhere).forEach(county -> rated(county, name));
    Reader above = readers.open(Role.OFFICE, "2401");

    assertThat(above.page("/inspections/ratings").text()).doesNotContain(name);
    rated(COUNTY, name);

    assertThat(above.page("/inspections/ratings").select("section.card:contains(" + name + ")"))
        .singleElement()
        .satisfies(unit -> assertThat(unit.text()).contains("检查" + COUNTY, "3 份"));
    var rows = above.page("/inspections/statistics").select("tbody tr:contains(" + name + ")");
    assertThat(rows.eachText().stream().map(text -> text.replaceFirst(" .*", "")))
        .containsExactly(name + "（检查" + COUNTY + "）", name + "（检查" + elsewhere + "）");
    assertThat(above.page(rows.getFirst().expectFirst("a").attr("href")).select("tbody tr"))
        .hasSize(3);
  }

  @Test
  void aComplaintIsForTheOfficeAlone() {
    long id = filed(giant, today);
    conclude(id, today, Map.of());

    assertThat(send(owner, "/inspections/" + id + "/complaint", Map.of("words", "要求接待")))
        .isEqualTo(200);

    assertThat(office.page("/inspections/" + id).text()).contains("要求接待");
    assertThat(office.page("/inbox").text()).contains("企业投诉检查");
    assertThat(inspector.page("/inspections/" + id).text()).doesNotContain("要求接待");
    assertThat(leader.page("/inspections/" + id).text()).doesNotContain("要求接待");
    for (Reader told : List.of(office, owner)) {
      assertThat(told.page("/inspections?mark=complaint").select("tbody tr")).hasSize(1);
    }
    for (Reader other : List.of(inspector, leader, readers.open(Role.TOWNSHIP, TOWN))) {
      assertThat(other.page("/inspections").text()).doesNotContain("企业投诉");
      assertThat(other.code("/inspections?mark=complaint")).isEqualTo(422);
      assertThat(other.code("/inspections.xlsx?mark=complaint")).isEqualTo(422);
    }
    assertThat(send(inspector, "/inspections/" + id + "/complaint", Map.of("words", "x")))
        .isEqualTo(403);
  }

  private void rated(String county, String unit) {
    Caller by = GivenInspections.caller(county, unit);
    long id = casework.file(giant.id(), GivenInspections.fields(today), today, by);
    Map<String, String> found =
        Map.of("ended-on", "" + today, "words", "看了", "conclusion", "无", "inspectors", "甲");
    casework.conclude(id, found, today, by);
    casework.rate(id, today.getYear(), 4, null);
  }

  private List<String> columns(String table) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row =
              statement.executeQuery(
                  "SELECT column_name FROM information_schema.columns WHERE table_schema ="
                      + " DATABASE() AND table_name = '"
                      + table
                      + "'")) {
        List<String> names = new ArrayList<>();
        while (row.next()) {
          names.add(row.getString(1));
        }
        return names;
      }
    });
  }
}
