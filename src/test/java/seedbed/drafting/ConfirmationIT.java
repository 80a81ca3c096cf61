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
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Shelf;
import seedbed.signin.Door;

/// An edition with a clause that waits for the year's notice, until the notice has come.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("按年度通知确认")
final class ConfirmationIT {

  private static final String RANK = "checklists.0.criteria.1";

  @Inject DraftPeople people;
  @Inject Editions editions;
  @Inject Drafts drafts;
  @Inject Drafting drafting;
  @Inject Desk desk;
  @Inject Shelf shelf;
  @Inject Door door;

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
  @DisplayName("从待通知的版本，经确认草案和第二人发布，到没有待定条件的版本")
  void aProvisionalEditionIsConfirmedFromItsPageToItsSuccessor() {
    Edition waiting = published(provisional());
    assertThat(waiting.provisional()).isTrue();
    var page = door.page("/editions/" + waiting.id(), drafter).page();
    assertThat(page.select("main").text()).contains("以年度通知为准");
    String way = page.select("#drafting a:contains(按年度通知确认)").attr("href");
    var form = door.page(way.replaceFirst("#.*", ""), drafter).page();
    assertThat(form.select("#confirmed option[selected]").attr("value")).isEqualTo(waiting.id());

    long id = confirmed(waiting.id());

    assertThat(drafts.findById(id).orElseThrow().purpose()).isEqualTo(Purpose.CONFIRM);
    assertThat(text(id, "document.number")).isEqualTo("皋发改〔2031〕9号");
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults").text())
        .contains("按通知改成确定的条件");
    assertThat(people.send(drafter, id, "proposal", 422).body()).contains("处要改正");
    settle(id, "4");
    Edition settled = published(id);
    assertThat(settled.provisional()).isFalse();
    assertThat(settled.document().number()).isEqualTo("皋发改〔2031〕9号");
    assertThat(settled.notes()).anyMatch(note -> note.contains("省内排名前四"));
    assertThat(editions.find(waiting.id()).orElseThrow().to())
        .as("the one that waited ends the day before")
        .isEqualTo(settled.from().minusDays(1));
    assertThat(door.page("/editions/" + settled.id(), second).page().select("main").text())
        .doesNotContain("有条件要等年度通知");
  }

  @Test
  void aConfirmationNeedsTheWholeNotice() {
    for (var field : new String[] {"number", "name", "text", "from"}) {
      Map<String, String> form = notice("rg-2021");
      form.put(field, "");

      assertThat(door.form("/drafts/confirmations", drafter, form).code()).as(field).isEqualTo(422);
    }
    assertThat(drafts.count()).isZero();
  }

  @Test
  void anEditionLeadsToItsDraftsForThoseWhoMayDraft() {
    long id = people.copied(drafter);

    var page = door.page("/editions/rg-2021", drafter).page();
    assertThat(page.select("#drafting button").text()).isEqualTo("由此版本起草");
    String way = page.select("#drafting a:contains(由此版本的草案)").attr("href");
    assertThat(door.page(way, drafter).page().select("a[href=/drafts/" + id + "]")).hasSize(1);
    assertThat(door.page("/drafts?original=cn-xjr-2022", drafter).body())
        .doesNotContain("/drafts/" + id + "\"");
    var town = people.signedIn(Role.TOWNSHIP);
    assertThat(door.page("/editions/rg-2021", town).page().select("#drafting")).isEmpty();
  }

  /// A draft whose rank is to be settled by a notice, with cases that say so.
  private long provisional() {
    long id = people.copied(drafter);
    saved(id, Map.of("kind", "open", "open", "provisional"));
    dropFailing(id);
    addCase(id, "排名待通知明确", "unknown", "unknown");
    return id;
  }

  private void settle(long id, String bound) {
    saved(
        id,
        Map.of(
            "kind", "quantity",
            "q-code", "rank_province",
            "comparison", "at_most",
            "bound", bound,
            "unit", "名"));
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults")).isEmpty();
    dropFailing(id);
    addCase(id, "省内排名第三，各项齐备", "met", "");
  }

  /// The first as people do it; the others, of which there are dozens, in one saving.
  private void dropFailing(long id) {
    var places = failing(id).select("[name=place]").eachAttr("value");
    if (places.isEmpty()) {
      return;
    }
    var others = places.subList(1, places.size());
    drafting.save(
        id,
        drafts.findById(id).orElseThrow().version(),
        new Caller(0, 0, "test", Role.OFFICE, DraftPeople.COUNTY, null, null),
        "删除不符的算例",
        text -> new Drafting.Text(text.document(), without(text.cases(), others), text.ends()));
    people.act(drafter, id, "cases/removals", Map.of("place", places.getFirst()));

    assertThat(failing(id)).isEmpty();
  }

  private static Tree.Group without(Tree.Group cases, List<String> places) {
    List<Tree> kept = new ArrayList<>();
    var all = Tree.items(cases.get("cases").orElse(null));
    for (var place = 0; place < all.size(); place++) {
      if (!places.contains("" + place)) {
        kept.add(all.get(place));
      }
    }
    return cases.with("cases", new Tree.Items(kept));
  }

  private Elements failing(long id) {
    return door.page("/drafts/" + id + "/cases", drafter).page().select("tr.changed");
  }

  private void addCase(long id, String name, String verdict, String unknown) {
    Map<String, String> form = new HashMap<>();
    form.put("list", "0");
    form.put("name", name);
    form.put("judged-on", "2031-07-01");
    form.put("verdict", verdict);
    if (!unknown.isEmpty()) {
      form.put(unknown, "rank");
    }
    form.putAll(
        Map.of(
            "f-revenue-0", "6000",
            "f-main_revenue-0", "5000",
            "f-profit_and_tax-0", "300"));
    if (unknown.isEmpty()) {
      form.put("f-rank_province-0", "3");
    }
    var answer = people.act(drafter, id, "cases", form);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    assertThat(failing(id).text()).isEmpty();
  }

  private void saved(long id, Map<String, String> changes) {
    var answer = people.save(drafter, id, RANK, changes);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private Edition published(long id) {
    people.send(drafter, id, "proposal", 303);
    people.send(second, id, "publication", 303);
    return editions.find(drafts.findById(id).orElseThrow().edition()).orElseThrow();
  }

  private long confirmed(String edition) {
    return DraftPeople.begun(door.form("/drafts/confirmations", drafter, notice(edition)));
  }

  private Map<String, String> notice(String edition) {
    Map<String, String> form = new HashMap<>();
    form.put("csrfToken", door.page("/drafts", drafter).formToken());
    form.put("edition", edition);
    form.put("number", "皋发改〔2031〕9号");
    form.put("name", "关于2031年度入库工作的通知");
    form.put("from", "2031-01-01");
    form.put("text", "主导产品市场占有率省内排名前四。");
    return form;
  }

  private String text(long id, String path) {
    var found = desk.open(id).document().at(Tree.Path.of(path).orElseThrow());
    return String.join("", Tree.words(found.orElse(null)));
  }
}
