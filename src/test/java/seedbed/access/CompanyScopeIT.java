package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.access.Viewpoints.Whose;

/// A company that is not yours does not exist, for whoever asks and however.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "seedbed.test.office", value = "false")
final class CompanyScopeIT {

  private static final String GIANT = "from=cn-xjr-2022&to=cn-xjr-2026";

  @Inject Viewpoints views;

  @MockBean(Clock.class)
  Clock clock() {
    return Viewpoints.clock();
  }

  @BeforeAll
  void oneOfEachRole() {
    views.assemble();
  }

  @AfterAll
  void nothingIsLeft() {
    views.clear();
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
    var reader = views.reader(role);
    var id = views.company(whose).id();

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
    var path = "/companies/" + views.company(whose).id() + "/conflicts";

    assertThat(views.reader(role).code(path)).isEqualTo(code);
    assertThat(views.reader(role).post(path, "figure=0")).isEqualTo(code == 200 ? 422 : 404);
  }

  @Test
  void theWordsAreThoseOfANumberThatDoesNotExist() {
    var id = Long.toString(views.company(Whose.OTHER_TOWN).id());

    for (var path : List.of("/api/v1/companies/", "/companies/")) {
      var hidden = views.reader(Role.TOWNSHIP).text(path + id).replace(id, "88888888");
      assertThat(visible(hidden))
          .isEqualTo(visible(views.reader(Role.TOWNSHIP).text(path + "88888888")));
    }
  }

  private static String visible(String answer) {
    return answer.startsWith("{")
        ? answer.replaceAll("\"(id|number|instance|trace)\":\"[^\"]*\"", "")
        : Jsoup.parse(answer).select("main h1, main p").text().replaceAll("错误编号.*", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER", "COMPANY"})
  void noLinkLeadsToAClosedDoor(Role role) {
    var reader = views.reader(role);
    var own = "/companies/" + views.company(Whose.OWN).id();
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
}
