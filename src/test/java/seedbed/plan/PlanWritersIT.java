package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.signin.Door;

/// Two of a company write on one draft.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("两人同时编制")
final class PlanWritersIT extends PlanScene {

  /// What a browser would send from a page, with some fields typed over.
  private static Map<String, String> form(Document page, Map<String, String> typed) {
    Map<String, String> sent = new HashMap<>();
    page.select("#plan [name]").forEach(field -> sent.put(field.attr("name"), field.val()));
    sent.keySet().removeIf(name -> name.startsWith("file-"));
    sent.putAll(typed);
    return sent;
  }

  private Content kept(String page) {
    return rows.of(newest(page).id());
  }

  @Test
  @DisplayName("各改各的栏：都保留，不再询问，也不覆盖")
  void whatOnlyOneChangedIsAsHeWroteIt() {
    String page = begun();
    people.send(owner, page, "", Map.of("text-performance", "原来的"));
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("text-performance", "甲写的")));

    var second = people.send(owner, page, "", form(opened, Map.of("text-energy", "乙写的")));

    assertThat(second.code()).as(second.body()).isEqualTo(303);
    assertThat(kept(page).text(Passage.PERFORMANCE)).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.ENERGY)).isEqualTo("乙写的");
  }

  @Test
  @DisplayName("改了同一栏：只问这一栏，先选定已保存的，不选就不覆盖")
  void whereBothChangedWhatIsKeptStandsUntilOneChooses() {
    String page = begun();
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("text-strategy", "甲写的", "text-funds", "甲加")));

    var conflict =
        people.send(
            owner, page, "", form(opened, Map.of("text-strategy", "乙写的", "text-energy", "乙加")));

    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("tbody th").eachText()).hasSize(1);
    assertThat(conflict.page().select("tbody input[checked]").attr("value")).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.STRATEGY)).isEqualTo("甲写的");

    people.act(owner, page, "", chosen(conflict.page(), "甲写的"));
    assertThat(kept(page).text(Passage.STRATEGY)).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.FUNDS)).isEqualTo("甲加");
    assertThat(kept(page).text(Passage.ENERGY)).as("what only he typed").isEqualTo("乙加");

    people.act(owner, page, "", chosen(conflict.page(), "乙写的"));
    assertThat(kept(page).text(Passage.STRATEGY)).isEqualTo("乙写的");
  }

  private static Map<String, String> chosen(Document conflict, String strategy) {
    Map<String, String> sent = chosen(conflict);
    sent.put("text-strategy", strategy);
    return sent;
  }

  /// What is sent by whoever leaves the choice as it is.
  private static Map<String, String> chosen(Document conflict) {
    Map<String, String> sent = new HashMap<>();
    conflict
        .select("form.card input[type=hidden], form.card input[checked]")
        .forEach(field -> sent.put(field.attr("name"), field.val()));
    return sent;
  }

  @Test
  @DisplayName("两人同时在同一空行写不同的任务：整行都问，不拼成一行")
  void aRowIsNotMadeOfTheWordsOfTwo() {
    String page = begun();
    var opened = door.page(page, owner).page();
    people.send(
        owner, page, "", form(opened, Map.of("task-1-name", "技改", "task-1-due", "2027-06-30")));

    var conflict =
        people.send(
            owner,
            page,
            "",
            form(opened, Map.of("task-1-detail", "申报专利 3 件", "text-energy", "乙加")));

    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("tbody th").eachText())
        .hasSize(3)
        .allMatch(label -> label.contains("任务 1"));
    people.act(owner, page, "", chosen(conflict.page()));
    assertThat(kept(page).tasks())
        .containsExactly(new Content.Task(1, "技改", "", "", "", "2027-06-30"));
    assertThat(kept(page).text(Passage.ENERGY)).as("what only he typed").isEqualTo("乙加");
  }

  @Test
  @DisplayName("一人删去一行，另一人改这一行：要问，不留下半行")
  void ofARowThatWasTakenOutNoHalfIsLeft() {
    String page = begun();
    Map<String, String> row = Map.of("task-1-name", "技改", "task-1-due", "2027-06-30");
    people.send(owner, page, "", form(door.page(page, owner).page(), row));
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("task-1-name", "", "task-1-due", "")));

    var conflict = people.send(owner, page, "", form(opened, Map.of("task-1-due", "2028-06-30")));

    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("tbody th")).hasSize(2);
    assertThat(kept(page).tasks()).isEmpty();
  }

  @Test
  @DisplayName("各写各的行：都保留，不再询问")
  void differentRowsAreBothKept() {
    String page = begun();
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("task-1-name", "技改")));

    var second = people.send(owner, page, "", form(opened, Map.of("task-2-name", "申报专利")));

    assertThat(second.code()).as(second.body()).isEqualTo(303);
    assertThat(kept(page).tasks()).extracting(Content.Task::name).containsExactly("技改", "申报专利");
  }

  @Test
  @DisplayName("没有看过同事刚填的，不替他提交；看过以后照常提交")
  void nobodyHandsInWhatHeHasNotSeen() {
    String page = begun();
    people.send(owner, page, "", given.complete(given.span()));
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("text-quality", "甲写的")));

    var unseen =
        people.send(owner, page, "/submission", form(opened, Map.of("text-energy", "乙写的")));

    assertThat(unseen.code()).isEqualTo(422);
    assertThat(unseen.page().select("#errors a[href=#plan]").text()).contains("还没有提交", "1 栏");
    assertThat(unseen.page().select("#text-quality").text()).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.ENERGY)).isEqualTo("乙写的");
    people.act(owner, page, "/submission", form(unseen.page(), Map.of()));
    assertThat(newest(page).stage()).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  @DisplayName("自动保存的页面说明同事刚填了哪一栏，接着填不会盖掉")
  void aPageThatSavesAsItIsTypedSaysWhatItDoesNotShow() {
    String page = begun();
    var opened = door.page(page, owner).page();
    people.send(owner, page, "", form(opened, Map.of("text-quality", "甲写的")));
    var saved = people.saved(owner, page, form(opened, Map.of("text-energy", "乙写的")));

    var again =
        people.saved(
            owner,
            page,
            form(
                opened,
                Map.of(
                    "text-energy",
                    "乙写的，又改了",
                    "seen",
                    saved.page().select("#kept [name=seen]").val())));

    assertThat(saved.page().select("#kept .notice").text()).contains("1 栏", "产品质量目标");
    assertThat(again.code()).isEqualTo(200);
    assertThat(kept(page).text(Passage.QUALITY)).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.ENERGY)).isEqualTo("乙写的，又改了");
  }

  @Test
  @DisplayName("两人同一时刻保存不同的栏，一栏也不丢")
  void ofTwoAtOnceNothingIsLost() throws Exception {
    String page = begun();
    var shown = door.page(page, owner);
    Map<String, String> first = form(shown.page(), Map.of("text-quality", "甲写的"));
    Map<String, String> second = form(shown.page(), Map.of("text-energy", "乙写的"));
    first.put("csrfToken", shown.formToken());
    second.put("csrfToken", shown.formToken());

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Door.Answer>> both =
          List.of(() -> door.form(page, owner, first), () -> door.form(page, owner, second));
      assertThat(executor.invokeAll(both))
          .allSatisfy(answer -> assertThat(answer.resultNow().code()).isEqualTo(303));
    }

    assertThat(kept(page).text(Passage.QUALITY)).isEqualTo("甲写的");
    assertThat(kept(page).text(Passage.ENERGY)).isEqualTo("乙写的");
  }
}
