package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.TitleHoldings;
import seedbed.figure.Figures;

/// The way of an application from the company to admission, and who is told of each step.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("入库申请")
final class AdmissionIT extends AdmissionScene {

  @Inject TitleHoldings holdings;

  @Test
  void goesFromTheCompanyToAdmission() {
    long id = submitted("revenue-2025", "12000");

    act(town, id, "review", Map.of("answer", "pass"));
    assertThat(stage(id)).isEqualTo(Stage.DEPARTMENTS);
    answerAll(id);
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
    assertThat(figure("revenue", 2025).confirmed()).isTrue();
    LocalDate today = LocalDate.now(clock);
    announce(id);
    assertThat(stage(id)).isEqualTo(Stage.NOTICE);
    act(office, id, "admission", Map.of("document", "试验〔2026〕1号", "from", today.toString()));

    assertThat(stage(id)).isEqualTo(Stage.ADMITTED);
    assertThat(holdings.findByCompanyIdOrderByHeldFrom(company.id()))
        .singleElement()
        .satisfies(holding -> {
          assertThat(holding.title()).isEqualTo(POOL);
          assertThat(holding.documentNo()).isEqualTo("试验〔2026〕1号");
          assertThat(holding.heldFrom()).isEqualTo(today);
        });
    assertThat(show(owner, id).body()).contains("发文入库", "部门核实完毕", "提交申请");
  }

  @Test
  @DisplayName("轮到谁办，谁收到消息；每一步的结果都告诉企业")
  void whoActsNextIsToldAndTheCompanyHearsOfEveryOutcome() {
    long id = submitted("revenue-2025", "12000");
    assertThat(messages(town)).contains("待初审：" + company.name(), "为什么收到");
    assertThat(messages(office)).doesNotContain(company.name());

    act(town, id, "review", Map.of("answer", "return", "note", "缺少审计报告"));
    assertThat(messages(owner)).contains("退回修改：", "缺少审计报告");

    act(owner, id, "submission", Map.of("revenue-2025", "12000"));
    String taxes = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("税务局"));
    act(town, id, "review", Map.of("answer", "pass"));
    assertThat(messages(owner)).contains("初审通过：", "正在送部门核实数据");
    assertThat(messages(taxes)).contains("待核实：" + company.name());
    answerAll(id);
    assertThat(messages(office)).contains("待审定：" + company.name());

    announce(id);
    assertThat(messages(owner)).contains("拟入库：", "公示自");
    act(office, id, "admission", Map.of("document", "试验〔2026〕9号", "from", today()));
    assertThat(messages(owner)).contains("已入库：", "试验〔2026〕9号");
  }

  @Test
  @DisplayName("退回没有写理由：还是这一页，已写的逐条理由都在；退回以后企业在最前面看到理由，填过的还在")
  void aReturnWithoutReasonComesBackAndOneWithIsInFront() {
    long id = submitted("revenue-2025", "12000");
    var refused = send(town, id, "review", Map.of("answer", "return", "note", "  "));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#problems").text()).contains("请写明退回理由");
    assertThat(refused.page().select("#decision[action$=review]")).hasSize(1);

    act(town, id, "review", Map.of("answer", "return", "note", "营业收入请附审计报告"));
    var page = show(owner, id).page();
    assertThat(page.select(".notice.not").text()).contains("退回理由", "营业收入请附审计报告");
    assertThat(page.select("#revenue-2025").attr("value")).isEqualTo("12000");
  }

  @Test
  @DisplayName("写了某条的退回理由就不能初审通过，也不能转入审定：说明是第几条，所写的都在")
  void reasonsOfAReturnAreNotDroppedByPassing() {
    long id = submitted("revenue-2025", "12000");
    var refused =
        send(town, id, "review", Map.of("answer", "pass", "fault-3", "高新证书过期，请补", "note", "其余无误"));

    assertThat(problems(refused)).contains("第 3 条退回理由已填写内容，办理“初审通过”不予登记；请清空，或者选择“退回修改”");
    assertThat(refused.page().select("#problems a").attr("href")).isEqualTo("#fault-3");
    assertThat(refused.page().select("details[open] #fault-3").val()).isEqualTo("高新证书过期，请补");
    assertThat(refused.page().select("#note").text()).isEqualTo("其余无误");
    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);

    act(town, id, "review", Map.of("answer", "pass", "note", "其余无误"));
    assertThat(problems(send(office, id, "continuation", Map.of("note", "逾期", "fault-1", "请补"))))
        .contains("第 1 条退回理由已填写内容，办理“转入审定”不予登记");
    assertThat(stage(id)).isEqualTo(Stage.DEPARTMENTS);
  }

  @Test
  void comesBackClauseByClauseAndGoesInAgain() {
    long id = submitted("revenue-2025", "12000");

    act(town, id, "review", Map.of("answer", "return", "fault-2", "请附证书"));
    assertThat(stage(id)).isEqualTo(Stage.RETURNED);
    assertThat(show(owner, id).page().select(".faults").text()).contains("请附证书");

    keep(owner, id, "revenue-2025", "13000");
    act(owner, id, "submission", Map.of("revenue-2025", "13000"));

    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    assertThat(figure("revenue", 2025).figure().value()).isEqualTo(number("13000"));
    assertThat(applications.findById(id).orElseThrow().round()).isEqualTo(2);
  }

  @Test
  void aReturnNeedsAReason() {
    long id = submitted("revenue-2025", "12000");

    assertThat(send(town, id, "review", Map.of("answer", "return")).code()).isEqualTo(422);
    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  void isTakenBackAndWrittenAgain() {
    long id = submitted("revenue-2025", "12000");

    act(owner, id, "withdrawal", Map.of());

    assertThat(stage(id)).isEqualTo(Stage.WITHDRAWN);
    assertThat(show(owner, id).page().select("#application")).isNotEmpty();
  }

  @Test
  @DisplayName("部门的异议写在申请最前面")
  void aDissentIsInFront() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    String unit = units(id).getFirst();
    String person = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit(unit));
    act(person, id, "check", Map.of("opinion", "doubted", "note", "与纳税申报不符"));

    assertThat(show(office, id).page().select("#dissents").text())
        .contains("部门有异议", unit + "：与纳税申报不符");
  }

  @Test
  @DisplayName("入库以后仍显示入库所依据的新申报判定")
  void whatItWasAdmittedOnStays() {
    long id = announced();
    String before = show(office, id).page().select("#outcome").text();
    act(office, id, "admission", Map.of("document", "试验〔2026〕1号", "from", today()));
    String after = show(office, id).page().select("#outcome").text();

    assertThat(before).contains("（新申报）");
    assertThat(after).contains("（新申报）").doesNotContain("（复核）");
  }

  @Test
  void aUnitThatDoubtsSaysWhyAndTheOfficeDecides() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    String unit = units(id).getFirst();
    String person = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit(unit));

    assertThat(send(person, id, "check", Map.of("opinion", "doubted")).code()).isEqualTo(422);
    act(person, id, "check", Map.of("opinion", "doubted", "note", "与纳税申报不符"));

    assertThat(show(office, id).body()).contains("与纳税申报不符");
    assertThat(figure("revenue", 2025).confirmed()).isFalse();
  }

  @Test
  void theOfficeNeedNotWaitForEver() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));

    assertThat(send(office, id, "continuation", Map.of()).code()).isEqualTo(422);
    act(office, id, "continuation", Map.of("note", "逾期未答复"));

    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
  }

  @Test
  void isSeenByThoseItConcernsOnly() {
    long id = submitted("revenue-2025", "12000");
    String stranger = signedIn(account(Role.TOWNSHIP, OTHER_TOWN));
    String unasked = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("统计局"));

    assertThat(show(stranger, id).code()).isEqualTo(404);
    assertThat(show(unasked, id).code()).isEqualTo(404);
    assertThat(door.page("/applications", stranger).body()).doesNotContain(company.name());
    assertThat(door.page("/applications", town).body()).contains(company.name());
  }

  @Test
  void thereIsOneOpenApplicationForAPool() {
    assertThat(begun()).isEqualTo(begun());
  }

  private String messages(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }

  private seedbed.figure.Attested figure(String indicator, int year) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, year)
        .orElseThrow()
        .live()
        .getFirst();
  }
}
