package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The note to the township and the reason for putting a version aside, which stand in one form.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("编制页面上的说明和理由")
final class PlanNotesIT extends PlanScene {

  private static final String SAID = "设备合同\n正在签订";

  private Map<String, String> complete(String field, String words) {
    Map<String, String> fields = new HashMap<>(given.complete(given.span()));
    fields.put(field, words);
    return fields;
  }

  private String note(String page) {
    return door.page(page, owner).page().select("#note").val();
  }

  private String takenBack() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(owner, page, "/withdrawal", Map.of());
    return page;
  }

  @Test
  @DisplayName("保存时说明一并保留；提交后随办理记录，不算方案内容，也不带到下一次")
  void theNoteIsKeptUntilItIsHandedIn() {
    String page = begun();
    people.act(owner, page, "", complete("note", SAID));

    assertThat(note(page)).isEqualTo(SAID);
    assertThat(door.page(page, owner).page().select("#kept").text())
        .contains("已填 " + given.complete(given.span()).size() + " 栏");
    people.act(owner, page, "/submission", complete("note", SAID));

    assertThat(door.page(page, town).page().select(".listing").text()).contains("设备合同");
    assertThat(rows.of(newest(page).id()).note()).isEmpty();
    people.act(owner, page, "/withdrawal", Map.of());
    assertThat(note(page)).isEmpty();
  }

  @Test
  @DisplayName("两人都写了说明：要问；写好的放弃理由也随页面保留")
  void aConflictDropsNeitherNoteNorReason() {
    String page = takenBack();
    String seen = door.page(page, owner).page().select("[name=seen]").val();
    people.act(owner, page, "", complete("note", "甲说"));
    Map<String, String> second = complete("note", "乙说");
    second.put("seen", seen);
    second.put("reason", "产品方向改了");

    var conflict = people.send(owner, page, "", second).page();

    assertThat(conflict.select("tbody th").eachText()).containsExactly("给镇（街道）的说明");
    assertThat(conflict.select("input[name=note]").eachAttr("value")).containsExactly("甲说", "乙说");
    assertThat(conflict.select("input[name=reason]").val()).isEqualTo("产品方向改了");
  }

  @Test
  @DisplayName("写了放弃的理由却点保存：各栏已保存，理由还在页面上，说明怎么办")
  void savingTellsThatAReasonIsNotKept() {
    String page = takenBack();

    var saved = people.send(owner, page, "", Map.of("text-energy", "降三成", "reason", "产品方向改了"));

    assertThat(saved.code()).isEqualTo(422);
    assertThat(saved.page().select("#reason").text()).isEqualTo("产品方向改了");
    assertThat(saved.page().select("#errors a[href=#reason]").text()).contains("已保存", "放弃编制");
    assertThat(rows.of(newest(page).id()).text(Passage.ENERGY)).isEqualTo("降三成");
  }

  @Test
  @DisplayName("写了放弃的理由却点提交，不提交")
  void aReasonIsNotHandedIn() {
    String page = takenBack();

    var refused = people.send(owner, page, "/submission", complete("reason", "产品方向改了"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#reason").text()).isEqualTo("产品方向改了");
    assertThat(refused.page().select("#reason-problem").text()).contains("请清空");
    assertThat(newest(page).stage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  @DisplayName("写了给镇（街道）的说明却点放弃，不放弃")
  void aNoteIsNotPutAsideWithTheVersion() {
    String page = takenBack();
    Map<String, String> both = Map.of("note", "请先看看", "reason", "产品方向改了");

    var refused = people.send(owner, page, "/abandonment", both);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#note").text()).isEqualTo("请先看看");
    assertThat(refused.page().select("#reason").text()).isEqualTo("产品方向改了");
    assertThat(refused.page().select("#note-problem").text()).contains("请清空");
    assertThat(newest(page).stage()).isEqualTo(Stage.DRAFT);
    people.act(owner, page, "/abandonment", Map.of("reason", "产品方向改了"));
  }
}
