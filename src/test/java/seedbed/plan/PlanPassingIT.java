package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Nobody passes a plan that is no longer the one he read.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("审核和审定只对看过的内容")
final class PlanPassingIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject PlanVersions versions;
  @Inject Door door;

  private String owner = "";
  private String town = "";
  private String office = "";

  @BeforeEach
  void settle() {
    people.settle();
    Company company = people.company();
    owner = people.owner(company);
    town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    office = people.person(Role.OFFICE, PlanPeople.COUNTY);
  }

  private String handedIn() {
    String page = people.begun(owner, given.span().first());
    people.act(owner, page, "/submission", given.complete(given.span()));
    return page;
  }

  private Stage stage(String page) {
    return versions
        .findByPlanIdOrderByOrdinalDesc(Long.parseLong(page.replaceFirst(".*/", "")))
        .getFirst()
        .stage();
  }

  /// What a reviewer's form says that he has in front of him.
  private Map<String, String> seen(String page, String reader) {
    var shown = door.page(page, reader);
    return Map.of(
        "csrfToken",
        shown.formToken(),
        "lock",
        shown.page().select("#review [name=lock]").attr("value"),
        "version",
        shown.page().select("#review [name=version]").attr("value"));
  }

  @Test
  @DisplayName("打开以后方案撤回改过又提交的，意见不落到没有看过的内容上")
  void nobodyPassesWhatHeHasNotSeen() {
    String page = handedIn();
    Map<String, String> first = seen(page, town);
    people.act(owner, page, "/withdrawal", Map.of());
    Map<String, String> changed = new HashMap<>(given.complete(given.span()));
    changed.put("task-1-name", "换成了别的任务");
    people.act(owner, page, "/submission", changed);

    var late = people.send(town, page, "/review", answer(first, "forward"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("#errors a[href=#review]").text()).contains("又改动过");
    assertThat(late.page().select("#comment-tasks").text()).isEqualTo("请写明设备");
    assertThat(late.page().select("main").text()).contains("换成了别的任务");
    assertThat(stage(page)).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  @DisplayName("同事已退回、企业另交一稿的，旧页面上的批准不算数，并指出与哪一稿比较")
  void anOlderVersionIsNotApprovedAsTheNext() {
    String page = handedIn();
    people.act(town, page, "/review", Map.of("answer", "forward"));
    Map<String, String> first = seen(page, office);
    people.act(office, page, "/decision", Map.of("answer", "return", "note", "请细化"));
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(town, page, "/review", Map.of("answer", "forward"));

    var late = people.send(office, page, "/decision", answer(first, "approve"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("#errors a[href=#versions]").text()).contains("第 1 稿", "第 2 稿");
    assertThat(late.page().select("#versions a[href*=comparison]")).isNotEmpty();
    assertThat(stage(page)).isEqualTo(Stage.OFFICE);
  }

  private static Map<String, String> answer(Map<String, String> seen, String answer) {
    Map<String, String> all = new HashMap<>(seen);
    all.put("answer", answer);
    all.put("comment-tasks", "请写明设备");
    return all;
  }

  @Test
  @DisplayName("审核通过时逐段写的意见也保留：培育办在该段看到，批准后在办理记录里")
  void remarksGoWithAPassToo() {
    String page = handedIn();
    people.act(town, page, "/review", Map.of("answer", "forward", "comment-strategy", "思路可再具体"));

    var decided = door.page(page, office).page();
    assertThat(decided.select(".passage:has(#comment-strategy) .unknown").text())
        .contains("审核意见", "思路可再具体");
    var tooLong = Map.of("answer", "approve", "note", "同意", "comment-tasks", "长".repeat(501));
    assertThat(people.send(office, page, "/decision", tooLong).code()).isEqualTo(422);
    people.act(office, page, "/decision", Map.of("answer", "approve", "comment-tasks", "注意设备交期"));

    assertThat(door.page(page, owner).page().select(".faults").text()).contains("思路可再具体", "注意设备交期");
  }

  @Test
  @DisplayName("退回的方案，列表和页面一打开就说退回了、几处意见，并能点到")
  void whatCameBackSaysSoAtTheTop() {
    String page = handedIn();
    people.act(
        town,
        page,
        "/review",
        Map.of(
            "answer",
            "return",
            "note",
            "总体可行",
            "comment-strategy",
            "请写明目标市场",
            "comment-tasks",
            "请写明设备"));

    var shown = door.page(page, owner).page();
    assertThat(shown.select("#returned h2").text()).isEqualTo("第 1 稿已退回，2 处意见");
    assertThat(shown.select("#returned").text()).contains("总体可行", "请写明设备");
    for (var link : shown.select("#returned a")) {
      assertThat(shown.select(link.attr("href"))).as(link.text()).hasSize(1);
    }
    assertThat(door.page("/plans", owner).page().select("tbody tr").text())
        .contains("已退回", "2 处意见");
    people.act(owner, page, "/submission", given.complete(given.span()));
    assertThat(door.page(page, owner).page().select("#returned")).isEmpty();
  }

  @Test
  @DisplayName("修订稿编制期间，别人打开的是执行中的一稿")
  void othersSeeTheVersionInForceWhileTheNextIsWritten() {
    String page = handedIn();
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(office, page, "/decision", Map.of("answer", "approve"));
    people.act(owner, page, "/revision", Map.of());

    assertThat(door.page(page, town).page().select("main").text())
        .contains("第 1 稿", "这是执行中的一稿", given.complete(given.span()).get("task-1-name"))
        .doesNotContain("本稿不公开");
    var written = door.page(page, owner).page();
    assertThat(written.select("#prepared").val()).as("the revision has its own day").isEmpty();
    assertThat(written.select("#text-strategy").text()).isNotEmpty();
  }

  @Test
  @DisplayName("草稿提交以前，镇和培育办只知道有一稿、在哪个环节，看不到内容")
  void aDraftIsItsCompanysUntilItIsHandedIn() {
    String page = people.begun(owner, given.span().first());
    people.send(owner, page, "", Map.of("text-strategy", "做精独门主业"));

    for (String reader : List.of(town, office)) {
      var shown = door.page(page, reader);
      assertThat(shown.code()).isEqualTo(200);
      assertThat(shown.page().select("main").text())
          .contains("编制中", "提交以后才能查看内容")
          .doesNotContain("做精独门主业");
      assertThat(door.page(page + "/plan.docx", reader).code()).isEqualTo(404);
      assertThat(door.page(page + "/form.docx", reader).code()).isEqualTo(404);
      assertThat(door.page(page + "/comparison", reader).code()).isEqualTo(404);
    }
    assertThat(door.page(page, owner).page().select("#text-strategy").text()).isEqualTo("做精独门主业");
  }

  @Test
  @DisplayName("退回以后，退回的一稿看得到，正在修改的下一稿看不到")
  void aReturnedVersionStaysReadable() {
    String page = handedIn();
    people.act(town, page, "/review", Map.of("answer", "return", "note", "请细化"));
    people.send(owner, page, "", Map.of("text-strategy", "改了还没有交"));

    assertThat(door.page(page, town).page().select("main").text())
        .contains("提交以后才能查看内容")
        .doesNotContain("改了还没有交");
    assertThat(door.page(page + "?version=1", town).page().select("main").text())
        .contains(given.complete(given.span()).get("task-1-name"));
  }
}
