package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.criteria.Indicators;
import seedbed.criteria.Shelf;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// Whom a draft touches: the four lists of its comparison.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("草案对企业的影响")
final class DraftImpactIT {

  private static final String REVENUE = "checklists.0.criteria.0.any.0";
  private static final String RANK = "checklists.0.criteria.1";

  /// A company of 制造类 that meets all of 如皋's conditions, and nothing more than that.
  private static final Map<String, Value> MEETING =
      Map.ofEntries(
          Map.entry("main_revenue", Value.number("5000")),
          Map.entry("revenue", Value.number("6000")),
          Map.entry("profit_and_tax", Value.number("300")),
          Map.entry("rank_province", Value.number("3")),
          Map.entry("high_tech", Value.yes()),
          Map.entry("rd_institution", Value.word("municipal")),
          Map.entry("invention_patents", Value.number("2")),
          Map.entry("invention_applications", Value.number("0")),
          Map.entry("brand", Value.word("municipal")),
          Map.entry("technology_level", Value.word("provincial_leading")),
          Map.entry("products_related", Value.yes()),
          Map.entry("no_bad_record", Value.yes()));

  @Inject DraftPeople people;
  @Inject Companies companies;
  @Inject Indicators indicators;
  @Inject Reporting reporting;
  @Inject Confirming confirming;
  @Inject Figures figures;
  @Inject Shelf shelf;
  @Inject Door door;
  @Inject Clock clock;

  private String drafter = "";

  @BeforeEach
  void people() {
    people.settle();
    drafter = people.signedIn(Role.OFFICE);
  }

  @AfterEach
  void forget() throws SQLException {
    ForgottenDrafts.forget(shelf);
  }

  @Test
  @DisplayName("门槛提高：原来达标的不再达标，仍在门槛之上的不在名单里")
  void aRaisedBoundIsNoLongerMet() {
    String between = company(Map.of());
    String above =
        company(Map.of("main_revenue", Value.number("9000"), "revenue", Value.number("9000")));
    long id = people.copied(drafter);

    saved(id, REVENUE, Map.of("bound", "6000"));

    assertThat(list(id, "falls-out")).contains(between).doesNotContain(above);
    assertThat(list(id, "newly-meets")).doesNotContain(between, above);
  }

  @Test
  @DisplayName("门槛降低：差一点的新达标")
  void aLoweredBoundIsNewlyMet() {
    String below = company(Map.of("main_revenue", Value.number("2500")));
    String farBelow =
        company(Map.of("main_revenue", Value.number("1900"), "revenue", Value.number("2000")));
    long id = people.copied(drafter);

    saved(id, REVENUE, Map.of("bound", "2000"));

    assertThat(list(id, "newly-meets")).contains(below).doesNotContain(farBelow);
    assertThat(list(id, "falls-out")).doesNotContain(below, farBelow);
  }

  @Test
  @DisplayName("换了指标：没有报过新指标的变为待定，只报过新指标的由待定变为可判定")
  void anotherIndicatorMakesSomeUnknownAndDecidesOthers() {
    String rankAlone = company(Map.of());
    Map<String, Value> peopleAlone = new HashMap<>(MEETING);
    peopleAlone.remove("rank_province");
    peopleAlone.put("employees", Value.number("4"));
    String staffAlone = reported(peopleAlone);
    long id = people.copied(drafter);

    saved(id, RANK, Map.of("q-code", "employees", "unit", "人"));

    assertThat(list(id, "becomes-unknown")).contains(rankAlone).doesNotContain(staffAlone);
    assertThat(list(id, "becomes-decided")).contains(staffAlone).doesNotContain(rankAlone);
    assertThat(list(id, "falls-out")).doesNotContain(rankAlone, staffAlone);
  }

  @Test
  @DisplayName("各人只看到本地区的企业")
  void companiesOfOthersAreNotListed() {
    String mine = company(Map.of());
    long id = people.copied(drafter);
    saved(id, REVENUE, Map.of("bound", "6000"));

    assertThat(list(id, "falls-out")).contains(mine).allMatch(name -> name.startsWith("影响"));
  }

  private void saved(long id, String at, Map<String, String> changes) {
    var answer = people.save(drafter, id, at, changes);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
  }

  /// The names on one of the lists, once the pool is judged.
  private List<String> list(long id, String kind) {
    String address = "/drafts/" + id + "/comparison?kind=" + kind;
    var impact = door.page(address, drafter).page().select("#impact");
    for (int tries = 0; tries < 30 && !impact.select(".progress").isEmpty(); tries++) {
      impact = door.page(address, drafter).page().select("#impact");
    }
    assertThat(impact.select("nav [aria-current] em").text())
        .as("the count is that of the list")
        .isEqualTo("" + impact.select("tbody tr").size());
    return impact.select("tbody th a").eachText();
  }

  private String company(Map<String, Value> otherwise) {
    Map<String, Value> values = new HashMap<>(MEETING);
    values.putAll(otherwise);
    return reported(values);
  }

  private String reported(Map<String, Value> values) {
    Company company =
        companies.save(
            Company.named(
                "影响" + UUID.randomUUID(),
                DraftPeople.TOWN,
                Track.MANUFACTURING,
                "试验",
                LocalDate.EPOCH));
    List<Figure> reported = new ArrayList<>();
    values.forEach((code, value) ->
        reported.add(
            Figure.reported(
                company.id(),
                code,
                period(code),
                value,
                new Source("审计报告", null),
                "试验",
                clock.instant())));
    reporting.report(reported);
    confirming.confirm(
        figures.ofCompany(company.id(), Figures.LATEST).entries().stream()
            .flatMap(entry -> entry.live().stream())
            .map(live -> live.figure())
            .toList(),
        "试验",
        clock.instant());
    return company.name();
  }

  private Period period(String code) {
    LocalDate today = LocalDate.now(clock);
    return indicators.find(code).orElseThrow().period() == Indicator.Period.YEAR
        ? Period.year(today.getYear() - 1)
        : Period.day(today.minusDays(1));
  }
}
