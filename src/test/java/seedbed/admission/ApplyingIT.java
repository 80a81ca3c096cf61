package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.figure.Figures;

/// An application while it is written: what is judged, kept and pointed out.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("填写入库申请")
final class ApplyingIT extends AdmissionScene {

  @Test
  void whatIsTypedIsJudgedAtOnceAndKept() {
    long id = begun();
    var answer = keep(owner, id, "revenue-2025", "12000");

    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.page().select("#kept").text()).contains("1 项");
    assertThat(answer.page().select("#outcome").text()).contains("本次填写");
    assertThat(show(owner, id).page().select("#revenue-2025").attr("value")).isEqualTo("12000");
    assertThat(figures.ofCompany(company.id(), Figures.LATEST).ofYear("revenue", 2025)).isEmpty();
  }

  @Test
  @DisplayName("已有核实数据的：填写时和提交后都按核实数据判定，写明不一致，镇里也看得到")
  void aConfirmedFigureGoesBeforeWhatIsTyped() {
    confirmed("revenue", 2025, "9000");
    long id = begun();
    var typed = keep(owner, id, "revenue-2025", "12000");

    assertThat(typed.page().select("#cautions").text())
        .contains("营业收入", "已有核实数据 9,000.00 万元", "仍按核实数据判定");
    assertThat(typed.page().select("#outcome").text()).doesNotContain("本次填写");
    var asked = send(owner, id, "submission", Map.of("revenue-2025", "12000"));
    assertThat(asked.code()).isEqualTo(422);
    assertThat(asked.page().select("#problems").text()).contains("已有核实数据 9,000.00 万元", "已核对");
    assertThat(stage(id)).isEqualTo(Stage.DRAFT);
    act(owner, id, "submission", Map.of("revenue-2025", "12000", "aware", "yes"));
    assertThat(show(town, id).body()).contains("与在库数据不一致", "12,000.00 万元");
  }

  @Test
  @DisplayName("与已核实数据相差 10 倍以上的，填写时提示疑似单位填错")
  void aTenfoldContradictionIsProbablyAnotherUnit() {
    confirmed("revenue", 2025, "5145");
    long id = begun();

    assertThat(keep(owner, id, "revenue-2025", "50").page().select("#cautions").text())
        .contains("已有核实数据 5,145.00 万元，本次填 50.00 万元，相差 10 倍以上，疑似单位填错");
    assertThat(keep(owner, id, "revenue-2025", "5000").page().select("#cautions").text())
        .contains("已有核实数据")
        .doesNotContain("10 倍");
  }

  @Test
  @DisplayName("比上年相差千倍的，填写时提醒核对单位")
  void aThousandfoldJumpIsAskedAbout() {
    confirmed("revenue", 2024, "9000");
    long id = begun();

    assertThat(keep(owner, id, "revenue-2025", "90000000").page().select("#cautions").text())
        .contains("相差 1000 倍以上", "本栏以万元计");
    assertThat(keep(owner, id, "revenue-2025", "9100").page().select("#cautions")).isEmpty();
  }

  @Test
  @DisplayName("说明按字数算，换行只算一个字，自动保存一个字也不少")
  void aNoteIsKeptToItsLastLetter() {
    long id = begun();
    String note = "说明\r\n".repeat(330) + "到此为止";

    keep(owner, id, "note", note);

    assertThat(show(owner, id).page().select("#note").val().strip()).endsWith("到此为止");
  }

  @Test
  void whatCannotBeReadIsKeptAndNotHandedIn() {
    long id = begun();
    var answer = keep(owner, id, "revenue-2025", "一点二亿");

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#revenue-2025").attr("value")).isEqualTo("一点二亿");
    assertThat(send(owner, id, "submission", Map.of("revenue-2025", "一点二亿")).code()).isEqualTo(422);
    assertThat(stage(id)).isEqualTo(Stage.DRAFT);
  }

  @Test
  @DisplayName("给镇（街道）的说明随填报项一起保存；提交后记入办理记录，不再留在下一次的表上")
  void theNoteIsKeptWithTheAnswersAndSaidOnce() {
    long id = begun();
    String note = "审计报告月底前补交。".repeat(40);
    assertThat(send(owner, id, "", Map.of("note", note)).page().select("#note").text())
        .isEqualTo(note);
    assertThat(show(owner, id).page().select("#note").text()).isEqualTo(note);

    var shown = show(owner, id).page();
    act(owner, id, "submission", Map.of("note", shown.select("#note").text()));
    assertThat(show(town, id).page().select(".listing").text()).contains(note);
    act(town, id, "review", Map.of("answer", "return", "note", "请补报"));
    assertThat(show(owner, id).page().select("#note").text()).isEmpty();
  }

  @Test
  @DisplayName("需要改正的和请核对的分开计数，勾选不算一处")
  void whatIsWrongAndWhatIsToBeLookedAtAreCountedApart() {
    confirmed("revenue", 2025, "9000");
    long id = begun();
    Map<String, String> doubtful = Map.of("revenue-2025", "12000", "note", "请看附件");

    var asked = send(owner, id, "submission", doubtful);
    assertThat(asked.page().select("#problems h2").text()).isEqualTo("请核对 1 处");
    assertThat(asked.page().select("#problems li")).hasSize(1);
    assertThat(asked.page().select("#note").text()).isEqualTo("请看附件");
    String other = asked.page().select(".claims input:not(#revenue-2025)").attr("name");
    var both = send(owner, id, "submission", Map.of("revenue-2025", "12000", other, "一点二亿"));
    assertThat(both.page().select("#problems h2").text()).isEqualTo("需要改正 1 处，请核对 1 处");
    assertThat(stage(id)).isEqualTo(Stage.DRAFT);
  }

  @Test
  void oneOfTwoWritersIsToldThatTheOtherWasQuicker() {
    long id = begun();
    String version = show(owner, id).page().select("#version").attr("value");

    keep(owner, id, "revenue-2025", "12000");
    var late =
        send(owner, id, "", Map.of("version", version, "revenue-2025", "9000", "note", "请看附件"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("input[name=note][checked]").val()).isEqualTo("请看附件");
    assertThat(late.body()).contains("12000").contains("9000");
    assertThat(show(owner, id).page().select("#revenue-2025").attr("value")).isEqualTo("12000");
  }

  @Test
  void whatWasDoneMeanwhileIsNotDoneAgain() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));

    assertThat(send(town, id, "review", Map.of("answer", "pass")).code()).isEqualTo(409);
  }

  @Test
  @DisplayName("别人先办理了：页面引回这件申请，写下的意见还在")
  void whoIsOvertakenKeepsTheWordsAndIsLedBack() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));

    var late =
        send(town, id, "review", Map.of("answer", "return", "note", "请补报审计报告", "fault-2", "请附证书"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".kept textarea").eachText())
        .containsExactlyInAnyOrder("请补报审计报告", "请附证书");
    assertThat(late.page().select(".failure a.first").attr("href"))
        .isEqualTo("/applications/" + id);
    assertThat(stage(id)).isEqualTo(Stage.DEPARTMENTS);
  }

  @Test
  @DisplayName("页面打开以后又走了一步的，按旧页面作的决定不登记")
  void whatIsDecidedIsAboutWhatWasOnThePage() {
    long id = decided();
    String seen = show(office, id).page().select("form[action$=/return] [name=seen]").val();
    act(office, id, "notice", notice(Map.of("from", today(), "seen", seen)));
    var late = send(office, id, "return", Map.of("note", "材料不全", "seen", seen));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".kept textarea").eachText()).containsExactly("材料不全");
    assertThat(stage(id)).isEqualTo(Stage.NOTICE);
  }
}
