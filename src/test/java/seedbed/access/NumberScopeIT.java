package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every number counts what its reader may see.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "seedbed.test.office", value = "false")
final class NumberScopeIT {

  private static final String GIANT = "from=cn-xjr-2022&to=cn-xjr-2026";
  private static final List<String> LISTS =
      List.of("still-meets", "newly-meets", "falls-out", "undecided", "neither");

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
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void everyNumberOfTheDashboardIsThatOfItsList(Role role) {
    var reader = views.reader(role);
    var page = reader.page("/overview");

    assertThat(page.select(".head a[href=/companies]").text())
        .isEqualTo(views.idsOf(role).size() + " 家");
    assertThat(page.select("main td.num a[href^=/companies?], main .stat a[href^=/companies?]"))
        .hasSizeGreaterThan(12)
        .allSatisfy(link ->
            assertThat(total(reader.page(link.attr("href"))))
                .as(link.outerHtml())
                .isEqualTo(link.text().replaceAll("\\D", "")));
    assertThat(page.select("section:has(h2:contains(最近的企业)) li a").eachAttr("href"))
        .allSatisfy(href -> assertThat(views.idsOf(role)).contains(Viewpoints.number(href)));
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
      var answer = views.json(role, "/api/v1/impact?size=200&" + GIANT + "&list=" + list);
      assertThat(answer.at("/counts/" + list).asInt()).isEqualTo(answer.path("items").size());
      assertThat(answer.path("companies").asInt()).isEqualTo(views.idsOf(role).size());
      listed.addAll(Viewpoints.ids(answer));
    }
    assertThat(listed).isEqualTo(views.idsOf(role));
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICE", "TOWNSHIP", "LEADER"})
  void anEditionCountsOnesOwnCompanies(Role role) throws IOException {
    var section =
        views.reader(role).page("/editions/cn-xjr-2026").select("section:has(h2:contains(企业判定))");
    var without = views.json(role, "/api/v1/companies?size=200").path("items");
    var holders = 0;
    for (var company : without) {
      holders += company.path("titles").toString().contains("little-giant") ? 1 : 0;
    }

    assertThat(
            section.select(".tally .v").eachText().stream()
                .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .sum())
        .isEqualTo(views.idsOf(role).size() - holders);
  }

  @Test
  void aCompanyReadsStandardsWithoutThePool() {
    var reader = views.reader(Role.COMPANY);

    assertThat(reader.page("/editions/cn-xjr-2026").text()).doesNotContain("企业判定");
    assertThat(reader.page("/editions/comparison?" + GIANT).select("#impact")).isEmpty();
  }

  @Test
  void onlyWhoMayStopTheWorkHasAButtonForIt() {
    views.reader(Role.OFFICE).page("/overview");
    views.execute(
        "UPDATE assessment_run SET state = 'RUNNING', done = 6, touched_at = UTC_TIMESTAMP(6)");
    try {
      var stop = "form[action^=/assessment-runs/]";
      assertThat(views.reader(Role.OFFICE).page("/overview").select(stop)).hasSize(1);
      assertThat(views.reader(Role.TOWNSHIP).page("/overview").select("progress")).hasSize(1);
      assertThat(views.reader(Role.TOWNSHIP).page("/overview").select(stop)).isEmpty();
    } finally {
      views.execute("DELETE FROM assessment_gap");
      views.execute("DELETE FROM assessment");
      views.execute("DELETE FROM assessment_run");
    }
  }

  private static String total(Document list) {
    var words = list.select(".pager > span").text();
    return words.isEmpty() ? "0" : words.replaceFirst(".*共 ([\\d,]+) 条.*", "$1");
  }
}
