package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Rung;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.drafting.LaterEditions;
import seedbed.figure.Period;
import seedbed.signin.Door;
import seedbed.startup.TestDatabase;

/// What was closed reads the same whatever comes later.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("办结以后的动态管理")
final class ClosedRoundIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject LaterEditions later;
  @Inject Editions editions;
  @Inject Assessing assessing;
  @Inject PublicationFiles files;
  @Inject Digest digest;
  @Inject Door door;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @AfterEach
  void forget() throws SQLException {
    later.forget();
  }

  @Test
  @DisplayName("办结后什么都不能再改，页面不随数据变化")
  void nothingOfItCanBeChanged() {
    long round = county.opened();
    long kept = county.member(round, county.first);
    county.keepBoth(round);
    county.closed(round);
    Map<String, String> before = pages(round, door);
    Map<String, String> made = files(round, files);

    people.report(county.first, "revenue", Period.year(people.today().getYear() - 1), "98765");
    people.rename(county.first, "改名以后" + county.first.id());
    var late =
        people.send(
            county.office,
            "/reviews/" + round,
            "/review-members/" + kept + "/decision",
            Map.of("version", "1", "decision", "remove", "reason", "后悔了"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(pages(round, door)).isEqualTo(before);
    assertThat(files(round, files)).isEqualTo(made);
    assertThat(digest.again(county.round(round))).isEqualTo(county.round(round).digest());
  }

  @Test
  @DisplayName("发布当时就已施行的新标准，重新判定结果不同，本轮的页面和文件一字不差")
  void anEditionInForceOnItsDayChangesNothingOfIt() {
    reportEarlier("main_revenue", "5000");
    reportEarlier("profit_and_tax", "300");
    long round = county.opened();
    LocalDate asOf = county.round(round).asOf();
    county.keepBoth(round);
    county.closed(round);
    assertThat(county.row(round, county.first).stay()).isEqualTo(Truth.UNKNOWN);
    assertThat(judgedNow(asOf)).isEqualTo(Truth.UNKNOWN);
    Map<String, String> before = pages(round, door);
    Map<String, String> made = files(round, files);
    assertThat(before.get(page(round))).contains("5,000.00 万元", "试验报表");

    String edition = later.publish("6000");

    assertThat(editions.inForce(ReviewPeople.POOL, "manufacturing", Applicant.RENEWAL, asOf))
        .as("what the round would be judged by today")
        .hasValueSatisfying(checklist -> assertThat(checklist.edition()).isEqualTo(edition));
    assertThat(judgedNow(asOf)).as("judged again").isEqualTo(Truth.NOT_MET);
    assertThat(pages(round, door)).isEqualTo(before);
    assertThat(files(round, files)).isEqualTo(made);
  }

  @Test
  @DisplayName("称号、地区改了名称，本轮的页面和文件仍用当时的名称")
  void otherLabelsChangeNothingOfIt(@TempDir Path folder) throws Exception {
    long round = county.opened();
    county.decide(
        county.member(round, county.first),
        Map.of(
            "decision",
            "recommend",
            "upward",
            String.valueOf(county.row(round, county.first).nextTitle()),
            "reason",
            "成长较快"));
    county.decide(county.member(round, county.second), "keep", "继续培育");
    county.closed(round);
    Map<String, String> before = pages(round, door);
    Map<String, String> made = files(round, files);

    callRegion("改名后的县");
    relabel(folder);

    assertThat(pages(round, door)).isEqualTo(before);
    try (EmbeddedServer node = anotherNode(folder)) {
      ApplicationContext beans = node.getApplicationContext();
      Door other = beans.getBean(Door.class);
      assertThat(other.page("/reviews/new", county.office).body()).contains("另一个名称的培育库");
      assertThat(pages(round, other)).isEqualTo(before);
      assertThat(files(round, beans.getBean(PublicationFiles.class))).isEqualTo(made);
    }
  }

  private static EmbeddedServer anotherNode(Path config) {
    ApplicationContextBuilder builder = ApplicationContext.builder("test");
    new TestDatabase().configure(builder);
    return builder
        .properties(Map.of("seedbed.config", config.toString(), "seedbed.test.office", "false"))
        .run(EmbeddedServer.class);
  }

  private Map<String, String> pages(long round, Door at) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/reviews/" + round,
            "/reviews/" + round + "/list",
            "/reviews/" + round + "/comparison",
            page(round))) {
      var answer = at.page(path, county.office);
      assertThat(answer.code()).as(path).isEqualTo(200);
      pages.put(path, answer.page().select("main").outerHtml());
    }
    return pages;
  }

  private Map<String, String> files(long round, PublicationFiles maker) {
    try {
      Round closed = county.round(round);
      return Map.of(
          "name",
          maker.name(closed),
          "Word",
          HexFormat.of().formatHex(maker.document(closed, new Scope.Whole())),
          "Excel",
          HexFormat.of().formatHex(maker.workbook(closed, new Scope.Whole())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(long round) {
    return "/review-members/" + county.member(round, county.first);
  }

  private void reportEarlier(String indicator, String value) {
    people.report(
        county.first,
        indicator,
        Period.year(people.today().getYear() - 1),
        value,
        people.today().minusDays(9).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
  }

  private Truth judgedNow(LocalDate asOf) {
    return assessing
        .assess(county.first.id(), new Scope.Whole(), ReviewPeople.POOL, asOf)
        .flatMap(Rung::verdict)
        .map(Verdict::truth)
        .orElseThrow();
  }

  private void callRegion(String name) throws SQLException {
    try (Connection connection = TestDatabase.asOwner();
        PreparedStatement update =
            connection.prepareStatement("UPDATE region SET name = ? WHERE code LIKE ?")) {
      update.setString(1, name);
      update.setString(2, county.code + "%");
      update.executeUpdate();
    }
  }

  /// A copy of the configuration in which titles are called otherwise.
  private static void relabel(Path folder) throws IOException {
    Path config = Path.of("config");
    try (var paths = Files.walk(config)) {
      for (Path path : paths.toList()) {
        Path copy = folder.resolve(config.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
    Path titles = folder.resolve("titles.yml");
    Files.writeString(
        titles,
        Files.readString(titles)
            .replaceFirst("label: 如皋市.*", "label: 另一个名称的培育库")
            .replaceAll("short: .*", "short: 另称"));
  }
}
