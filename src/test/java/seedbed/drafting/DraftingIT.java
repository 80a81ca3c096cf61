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

/// A draft from its copy to the edition that it becomes, by two people of the office.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("标准起草")
final class DraftingIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "380101";

  private static final String REVENUE = "checklists.0.criteria.0.any.0";
  @Inject Regions regions;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Editions editions;
  @Inject EditionFiles files;
  @Inject OtherNode nodes;
  @Inject Shelf shelf;
  @Inject Drafts drafts;
  @Inject Desk desk;
  @Inject Forms forms;

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
    ForgottenDrafts.forget(shelf);
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

  @Test
  void aChangedThresholdIsSeenInComparisonAndCases() {
    long id = copied();

    var answer = save(id, REVENUE, Map.of("bound", "6000"));

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    var comparison = door.page("/drafts/" + id + "/comparison", drafter);
    assertThat(comparison.page().select("tr.changed").text()).contains("收紧", "≥ 3000", "≥ 6000");
    var cases = door.page("/drafts/" + id + "/cases", drafter);
    assertThat(cases.page().select("tr.changed").text()).contains("不一致", "应为符合，实为不符合");
    assertThat(send(drafter, id, "proposal", 422).body()).contains("算例的结果与预期不符");
  }

  @Test
  void theSecondOfTwoWritersSeesBothVersions() {
    long id = copied();
    var early = version(drafter, id);
    save(id, REVENUE, Map.of("bound", "6000"));

    var late = save(id, REVENUE, Map.of("bound", "7000", "version", early));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("main").text()).contains("6000", "7000");
    assertThat(part(id, REVENUE).page().select("#bound").attr("value")).isEqualTo("6000");
  }

  @Test
  @DisplayName("每一种条件都能用表单保存：已有的原样保存不产生变化")
  void everyPartOfEveryEditionIsKeptAsItIsByItsForm() {
    for (var edition : editions.all()) {
      var document = TreeReader.read(files.yaml(edition.id()).orElseThrow());
      for (var path : parts(document)) {
        var part = Tree.group(document.at(path).orElseThrow());
        var form = forms.of(Node.of(path).orElseThrow());

        var filled = form.filled(part, typed(form.fields(part)));

        var again = TreeWriter.write(Tree.group(document.put(path, filled)));
        assertThat(shelf.alone(edition.id(), again.text()).edition())
            .as("%s %s", edition.id(), path)
            .isEqualTo(edition);
      }
    }
  }

  @Test
  void whatIsIncompleteIsKeptWithItsProblemsAndCannotBePublished() {
    long id = copied();

    var added =
        act(id, "part/additions", Map.of("at", "checklists.0.criteria", "kind", "quantity"));

    assertThat(added.code()).as(added.body()).isEqualTo(303);
    var page = door.page("/drafts/" + id, drafter).page();
    assertThat(page.select("#faults").text()).contains("条款位置").doesNotContain("clause");
    assertThat(send(drafter, id, "proposal", 422).body()).contains("处要改正");
    var removed = act(id, "part/moves", Map.of("at", "checklists.0.criteria.5", "to", "remove"));
    assertThat(removed.code()).isEqualTo(303);
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
  }

  @Test
  void partsAreNestedAndTakenOut() {
    long id = copied();

    act(id, "part/moves", Map.of("at", "checklists.0.criteria.1", "to", "into"));
    assertThat(text(id, "checklists.0.criteria.0.any.2.id")).isEqualTo("rank");
    act(id, "part/moves", Map.of("at", "checklists.0.criteria.0.any.2", "to", "out"));
    assertThat(text(id, "checklists.0.criteria.1.id")).isEqualTo("rank");
    act(id, "part/moves", Map.of("at", "checklists.0.criteria.1", "to", "any"));
    assertThat(text(id, "checklists.0.criteria.1.any.0.quantity")).isEqualTo("rank_province");
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
  }

  @Test
  void suggestedCasesPassAndStayWithTheEdition() {
    long id = copied();
    var page = door.page("/drafts/" + id + "/cases", drafter).page();
    var form = page.select("#suggestions form").getFirst();
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));

    var answer = door.form("/drafts/" + id + "/cases", drafter, fields);

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    send(drafter, id, "proposal", 303);
    send(second, id, "publication", 303);
    var code = drafts.findById(id).orElseThrow().edition();
    assertThat(files.casesYaml(code).orElseThrow()).contains(fields.get("name"));
    var export = door.page("/editions/" + code + "/export.yml", second);
    assertThat(export.code()).isEqualTo(200);
    assertThat(export.body()).contains("id: " + code);
  }

  @Test
  void aConfirmationLeavesNothingProvisional() {
    var page = door.page("/drafts", drafter);
    var answer =
        door.form(
            "/drafts/confirmations",
            drafter,
            Map.of(
                "csrfToken", page.formToken(),
                "edition", "rg-2021",
                "number", "皋发改〔2026〕9号",
                "name", "试验通知",
                "from", "2030-01-01",
                "text", "按原条件执行。"));

    long id = Long.parseLong(answer.location().replaceFirst(".*/", ""));
    assertThat(text(id, "document.number")).isEqualTo("皋发改〔2026〕9号");
    assertThat(drafts.findById(id).orElseThrow().purpose()).isEqualTo(Purpose.CONFIRM);
  }

  private static List<Tree.Path> parts(Tree document) {
    List<Tree.Path> parts = new ArrayList<>();
    walk(document, Tree.Path.root(), parts);
    return parts;
  }

  private static void walk(Tree tree, Tree.Path path, List<Tree.Path> parts) {
    switch (tree) {
      case Tree.Leaf _ -> {}
      case Tree.Items(var list) -> {
        for (var place = 0; place < list.size(); place++) {
          walk(list.get(place), path.to(place), parts);
        }
      }
      case Tree.Group group -> {
        if (Node.of(path).isPresent()) {
          parts.add(path);
        }
        group.fields().forEach((key, value) -> walk(value, path.to(key), parts));
      }
    }
  }

  private static Typed typed(List<Input.Fields> fields) {
    Map<String, @Nullable Object> form = new HashMap<>();
    for (var input : fields.stream().flatMap(each -> each.inputs().stream()).toList()) {
      form.put(
          input.name(),
          input.tickable()
              ? input.ticks().stream().filter(Input.Tick::ticked).map(Input.Tick::value).toList()
              : input.value());
    }
    return new Typed(form);
  }

  private String text(long id, String path) {
    var found = desk.open(id).document().at(Tree.Path.of(path).orElseThrow());
    return String.join("", Tree.words(found.orElse(null)));
  }

  private Door.Answer part(long id, String at) {
    return door.page("/drafts/" + id + "/part?at=" + at, drafter);
  }

  /// Sends the form of a part with some fields changed.
  private Door.Answer save(long id, String at, Map<String, String> changes) {
    Map<String, String> form = new HashMap<>();
    var page = part(id, at).page();
    page.select("#part input, #part textarea")
        .forEach(field -> form.put(field.attr("name"), field.val()));
    page.select("#part select")
        .forEach(
            field -> form.put(field.attr("name"), field.select("option[selected]").attr("value")));
    form.putAll(changes);
    return door.form("/drafts/" + id + "/part", drafter, form);
  }

  private Door.Answer act(long id, String what, Map<String, String> fields) {
    var page = door.page("/drafts/" + id, drafter);
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrfToken", page.formToken());
    form.put("version", page.page().select("[name=version]").attr("value"));
    return door.form("/drafts/" + id + "/" + what, drafter, form);
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
