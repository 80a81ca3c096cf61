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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
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

  private static final String REVENUE = "checklists.0.criteria.0.any.0";

  @Inject DraftPeople people;
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
    people.settle();
    drafter = people.signedIn(Role.OFFICE);
    second = people.signedIn(Role.OFFICE);
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
    long id = people.copied(drafter);
    people.send(drafter, id, "proposal", 303);

    assertThat(people.send(drafter, id, "publication", 403).body()).contains("另一位同事");
    people.send(second, id, "publication", 303);

    var issued = editions.find(drafts.findById(id).orElseThrow().edition()).orElseThrow();
    assertThat(issued.name()).isEqualTo("如皋市专精特新“小巨人”企业培育库入库条件（2021年）");
    assertThat(editions.find("rg-2021").orElseThrow().to()).isEqualTo(issued.from().minusDays(1));
    assertThat(people.send(drafter, id, "removal", 409).body()).contains("已发布");
  }

  @Test
  void twoWhoPublishAtOncePublishOnce() throws Exception {
    long id = people.copied(drafter);
    people.send(drafter, id, "proposal", 303);
    var third = people.signedIn(Role.OFFICE);
    var version = people.version(second, id);

    List<Callable<Integer>> tries = new ArrayList<>();
    for (var session : List.of(second, third)) {
      tries.add(() -> people.post(session, id, "publication", version).code());
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
    long id = people.copied(drafter);
    people.send(drafter, id, "proposal", 303);
    people.send(second, id, "publication", 303);
    var code = drafts.findById(id).orElseThrow().edition();
    assertThat(other.editions().find(code)).isEmpty();

    other.shelf().refresh();

    assertThat(other.editions().find(code)).map(Edition::id).contains(code);
  }

  @Test
  void aChangedThresholdIsSeenInComparisonAndCases() {
    long id = people.copied(drafter);

    var answer = people.save(drafter, id, REVENUE, Map.of("bound", "6000"));

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    var comparison = door.page("/drafts/" + id + "/comparison", drafter);
    assertThat(comparison.page().select("tr.changed").text()).contains("收紧", "≥ 3000", "≥ 6000");
    var cases = door.page("/drafts/" + id + "/cases", drafter);
    assertThat(cases.page().select("tr.changed").text()).contains("不一致", "应为符合，实为不符合");
    assertThat(people.send(drafter, id, "proposal", 422).body()).contains("算例的结果与预期不符");
  }

  @Test
  @DisplayName("门槛改了而条文和核实依据没有改的，草案写明请核对，没有确认不能发布")
  void aThresholdThatLeftItsWordingIsAskedFor() {
    long id = people.copied(drafter);
    assertThat(door.page("/drafts/" + id, drafter).page().select("#doubts")).isEmpty();
    people.save(drafter, id, "checklists.0.criteria.1", Map.of("bound", "3"));
    var cases = door.page("/drafts/" + id + "/cases", drafter);
    assertThat(door.page("/drafts/" + id, drafter).page().select("#doubts").text())
        .contains("条文文字没有改", "核实依据仍为“来源文件原文”", "≤ 5", "≤ 3");
    assertThat(cases.code()).isEqualTo(200);

    var refused = people.act(second, id, "publication", Map.of());

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.body()).contains("须核对");
  }

  @Test
  @DisplayName("下级的要求改了、条文也改了，上级条文还写着旧数的，写明请核对；改成负数的也写明")
  void aClauseThatStillSaysTheOldNumberIsAskedFor() {
    long id = people.copied(drafter);

    people.save(drafter, id, REVENUE, Map.of("bound", "5000", "text", "主营业务收入5000万元以上"));
    var outdated = door.page("/drafts/" + id, drafter).page().select("#doubts li").eachText();
    people.save(drafter, id, REVENUE, Map.of("bound", "-5", "text", "主营业务收入5000万元以上"));
    var negative = door.page("/drafts/" + id, drafter).page().select("#doubts li").eachText();

    assertThat(outdated)
        .anySatisfy(doubt -> assertThat(doubt).contains("3000万元", "≥ 3000", "≥ 5000", "本条文字没有改"));
    assertThat(negative).anySatisfy(doubt -> assertThat(doubt).contains("要求改成了负数", "-5"));
  }

  @Test
  @DisplayName("别人先发布的，写明是谁发布的，草案页也写着")
  void whoPublishedItIsNamed() {
    long id = people.copied(drafter);
    people.dropFailingCases(drafter, id);
    people.send(drafter, id, "proposal", 303);
    String version = people.version(second, id);
    people.send(second, id, "publication", 303);

    var late = people.post(second, id, "publication", version);

    assertThat(late.code()).isEqualTo(409);
    String publisher =
        door.page("/drafts/" + id, second).page().select("dt:contains(发布) + dd").text();
    assertThat(publisher).isNotEmpty();
    assertThat(late.body()).contains("由 " + publisher + " 发布");
  }

  @Test
  @DisplayName("没有勾选核对就发布的，回到草案页，说明写在勾选处")
  void whatIsNotTickedComesBackOnTheDraft() {
    long id = people.copied(drafter);
    people.save(drafter, id, "checklists.0.criteria.1", Map.of("bound", "3"));
    people.dropFailingCases(drafter, id);
    people.send(drafter, id, "proposal", 303);

    var refused = people.act(second, id, "publication", Map.of());

    assertThat(refused.code()).isEqualTo(422);
    var page = refused.page();
    assertThat(page.select("#errors a").eachAttr("href")).containsExactly("#checked");
    assertThat(page.select("#doubts li, #checked")).hasSizeGreaterThan(1);
    assertThat(page.select("#turn .problem").text()).contains("逐处核对并勾选后再发布");
    people.send(second, id, "publication", 303);
  }

  @Test
  void theSecondOfTwoWritersSeesBothVersions() {
    long id = people.copied(drafter);
    var early = people.version(drafter, id);
    people.save(drafter, id, REVENUE, Map.of("bound", "6000"));

    var late = people.save(drafter, id, REVENUE, Map.of("bound", "7000", "version", early));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("main").text()).contains("6000", "7000");
    assertThat(people.part(drafter, id, REVENUE).page().select("#bound").attr("value"))
        .isEqualTo("6000");
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
    long id = people.copied(drafter);

    var added =
        people.act(
            drafter,
            id,
            "part/additions",
            Map.of("at", "checklists.0.criteria", "kind", "quantity"));

    assertThat(added.code()).as(added.body()).isEqualTo(303);
    var page = door.page("/drafts/" + id, drafter).page();
    assertThat(page.select("#faults").text()).contains("条款位置").doesNotContain("clause");
    assertThat(people.send(drafter, id, "proposal", 422).body()).contains("处要改正");
    var removed =
        people.act(
            drafter, id, "part/moves", Map.of("at", "checklists.0.criteria.5", "to", "remove"));
    assertThat(removed.code()).isEqualTo(303);
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
  }

  @Test
  void partsAreNestedAndTakenOut() {
    long id = people.copied(drafter);

    people.act(drafter, id, "part/moves", Map.of("at", "checklists.0.criteria.1", "to", "into"));
    assertThat(text(id, "checklists.0.criteria.0.any.2.id")).isEqualTo("rank");
    people.act(
        drafter, id, "part/moves", Map.of("at", "checklists.0.criteria.0.any.2", "to", "out"));
    assertThat(text(id, "checklists.0.criteria.1.id")).isEqualTo("rank");
    people.act(drafter, id, "part/moves", Map.of("at", "checklists.0.criteria.1", "to", "any"));
    assertThat(text(id, "checklists.0.criteria.1.any.0.quantity")).isEqualTo("rank_province");
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
  }

  @Test
  void suggestedCasesPassAndStayWithTheEdition() {
    long id = people.copied(drafter);
    var page = door.page("/drafts/" + id + "/cases", drafter).page();
    var form = page.select("#suggestions form").getFirst();
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));

    var answer = door.form("/drafts/" + id + "/cases", drafter, fields);

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    people.send(drafter, id, "proposal", 303);
    people.send(second, id, "publication", 303);
    var code = drafts.findById(id).orElseThrow().edition();
    assertThat(files.casesYaml(code).orElseThrow()).contains(fields.get("name"));
    var export = door.page("/editions/" + code + "/export.yml", second);
    assertThat(export.code()).isEqualTo(200);
    assertThat(export.body()).contains("id: " + code);
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
}
