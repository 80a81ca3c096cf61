package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.access.Viewpoints.Whose;

/// Lists, searches and files hold what is in scope and nothing else.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "seedbed.test.office", value = "false")
final class ListScopeIT {

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
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER", "COMPANY"})
  void listsAndTheirCountsHoldWhatIsInScopeAndNothingElse(Role role) throws IOException {
    var own = views.idsOf(role);
    var page = views.reader(role).page("/companies?size=200");

    assertThat(Viewpoints.ids(views.json(role, "/api/v1/companies?size=200"))).isEqualTo(own);
    assertThat(page.select(".roster a.opens").eachAttr("href"))
        .hasSameSizeAs(own)
        .allSatisfy(href -> assertThat(own).contains(Viewpoints.number(href)));
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
    var own = views.idsOf(role);
    var names = views.names(own);

    assertThat(
            views.reader(role).text("/companies.csv").lines().skip(1).map(ListScopeIT::firstCell))
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
        .allSatisfy(
            path -> assertThat(views.reader(Role.COMPANY).code(path)).as(path).isEqualTo(404));
  }

  @ParameterizedTest
  @CsvSource({"OFFICE, 303", "TOWNSHIP, 200", "LEADER, 303", "COMPANY, 200"})
  void aSearchFindsNothingBeyondTheScope(Role role, int code) throws IOException {
    var other = views.company(Whose.OTHER_TOWN);
    var found = code == 303 ? 1 : 0;

    for (var words : List.of(other.name(), String.valueOf(other.creditCode()))) {
      var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
      assertThat(views.reader(role).code("/companies?q=" + q)).isEqualTo(code);
      assertThat(views.json(role, "/api/v1/companies?q=" + q).path("total").asInt())
          .isEqualTo(found);
    }
    assertThat(
            views.json(role, "/api/v1/companies?region=" + other.regionCode()).path("total").asInt()
                > 0)
        .isEqualTo(code == 303);
  }

  private static String firstCell(String line) {
    return line.split(",", 2)[0];
  }

  private String heading(Role role, String path) throws IOException {
    var file = views.reader(role).get(path).body();
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
      var sheet = book.getSheetAt(0);
      return Stream.of(0, 1, 2, 3)
          .map(row -> sheet.getRow(row).getCell(0).toString())
          .collect(Collectors.joining("\n"));
    }
  }
}
