package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.criteria.Edition;
import seedbed.criteria.EditionFiles;
import seedbed.criteria.Editions;
import seedbed.criteria.OtherNode;
import seedbed.criteria.Shelf;
import seedbed.signin.Door;
import seedbed.startup.TestDatabase;

/// A draft from its copy to the edition that it becomes, by two people of the office.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("标准起草")
final class DraftingIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "380101";

  private static final List<String> FORGET =
      List.of(
          "DELETE FROM edition_end",
          "DELETE FROM issued_edition",
          "DELETE FROM edition_revision",
          "DELETE FROM edition_draft",
          "UPDATE edition_shelf SET version = version + 1");

  @Inject Regions regions;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Editions editions;
  @Inject EditionFiles files;
  @Inject OtherNode nodes;
  @Inject Shelf shelf;
  @Inject Drafts drafts;

  private String drafter = "";
  private String second = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    region("38", RegionLevel.PROVINCE, null);
    region("3801", RegionLevel.PREFECTURE, "38");
    region(COUNTY, RegionLevel.COUNTY, "3801");
    drafter = signedIn(Role.OFFICE);
    second = signedIn(Role.OFFICE);
  }

  @AfterEach
  void forget() throws SQLException {
    try (var connection = TestDatabase.asOwner();
        var statement = connection.createStatement()) {
      for (var sql : FORGET) {
        statement.execute(sql);
      }
    }
    shelf.refresh();
  }

  @Test
  @DisplayName("每个版本写成文件再读回来，一字不差")
  void everyEditionComesBackFromItsExport() {
    for (var edition : editions.all()) {
      var written = TreeWriter.write(TreeReader.read(files.yaml(edition.id()).orElseThrow()));

      var read = shelf.alone(edition.id(), written.text());

      assertThat(read.problems()).as(edition.id()).isEmpty();
      assertThat(read.edition()).isEqualTo(edition);
    }
  }

  @Test
  void aSecondPersonPublishesAndTheFirstMayNot() {
    long id = copied();
    send(drafter, id, "proposal", 303);

    assertThat(send(drafter, id, "publication", 403).body()).contains("另一位同事");
    send(second, id, "publication", 303);

    var issued = editions.find(drafts.findById(id).orElseThrow().edition()).orElseThrow();
    assertThat(issued.name()).isEqualTo("如皋市专精特新“小巨人”企业培育库入库条件（2021年）");
    assertThat(editions.find("rg-2021").orElseThrow().to()).isEqualTo(issued.from().minusDays(1));
    assertThat(send(drafter, id, "removal", 409).body()).contains("已发布");
  }

  @Test
  void twoWhoPublishAtOncePublishOnce() throws Exception {
    long id = copied();
    send(drafter, id, "proposal", 303);
    var third = signedIn(Role.OFFICE);
    var version = version(second, id);

    List<Callable<Integer>> tries = new ArrayList<>();
    for (var session : List.of(second, third)) {
      tries.add(() -> post(session, id, "publication", version).code());
    }
    List<Integer> codes = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> each : executor.invokeAll(tries)) {
        codes.add(each.get());
      }
    }

    assertThat(codes).containsExactlyInAnyOrder(303, 409);
  }

  @Test
  void anotherNodeTakesWhatWasPublished() {
    var other = nodes.start();
    long id = copied();
    send(drafter, id, "proposal", 303);
    send(second, id, "publication", 303);
    var code = drafts.findById(id).orElseThrow().edition();
    assertThat(other.editions().find(code)).isEmpty();

    other.shelf().refresh();

    assertThat(other.editions().find(code)).map(Edition::id).contains(code);
  }

  private long copied() {
    var page = door.page("/drafts", drafter);
    var answer =
        door.form("/drafts", drafter, Map.of("csrfToken", page.formToken(), "edition", "rg-2021"));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  private Door.Answer send(String session, long id, String what, int code) {
    var answer = post(session, id, what, version(session, id));
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    return answer;
  }

  private Door.Answer post(String session, long id, String what, String version) {
    var token = door.page("/drafts", session).formToken();
    Map<String, String> form = new HashMap<>(Map.of("csrfToken", token, "version", version));
    return door.form("/drafts/" + id + "/" + what, session, form);
  }

  private String version(String session, long id) {
    var page = door.page("/drafts/" + id, session).page();
    var shown = page.select("[name=version]").attr("value");
    return shown.isEmpty() ? "" + drafts.findById(id).orElseThrow().version() : shown;
  }

  private String signedIn(Role role) {
    var name = "e" + UUID.randomUUID().toString().substring(0, 12);
    opening.open(NewAccount.of(name, role, COUNTY, "试验"), PASSWORD);
    return door.signIn(name, PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "标准" + code, level, parent, "试验"));
    }
  }
}
