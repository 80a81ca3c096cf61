package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import seedbed.evidence.Papers;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Source;
import seedbed.figure.Value;

/// Public notices of admissions, and objections while they run.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("入库公示和异议")
final class PublicNoticeIT extends AdmissionScene {

  @Inject Handling handling;
  @Inject Objections objections;
  @Inject ListAdmission lists;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Papers papers;

  @Test
  @DisplayName("公示天数填错：422，还是这一页，填过的公示文件还在")
  void aWrongNoticeKeepsWhatWasTyped() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    answerAll(id);
    var refused = send(office, id, "notice", Map.of("days", "0", "document", "试验公示〔2026〕9号"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#document").attr("value")).isEqualTo("试验公示〔2026〕9号");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
  }

  @Test
  @DisplayName("公示起始早于今天的要写补登理由，理由显示在公示之下")
  void aNoticeThatBeganBeforeSaysWhy() {
    long id = decided();
    String from = LocalDate.now(clock).minusDays(8).toString();
    var refused = send(office, id, "notice", notice(Map.of("from", from)));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#problems").text()).contains("请写明补登的理由");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
    announce(id);
    assertThat(show(owner, id).page().select(".head").text()).contains("补登", "公示已先行张贴", today());
  }

  @Test
  @DisplayName("条件没有满足、数据没有核实的，要写理由才能公示，理由留存；没有文件、少于规定天数的不收")
  void aNoticeInSpiteOfSomethingSaysWhy() {
    long id = decided();
    Map<String, String> plain = Map.of("from", today(), "days", "7", "document", "试验公示〔2026〕5号");

    assertThat(show(office, id).page().select("#qualms").text()).contains("没有核实", "没有答复");
    assertThat(problems(send(office, id, "notice", plain))).contains("仍予公示的，请写明理由");
    assertThat(problems(send(office, id, "notice", notice(Map.of("document", "")))))
        .contains("请填写公示文件的名称和文号");
    assertThat(problems(send(office, id, "notice", notice(Map.of("days", "1", "despite", "")))))
        .contains("公示一般不少于 7 天，现填 1 天");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);

    act(office, id, "notice", notice(Map.of("from", today())));

    assertThat(show(office, id).page().select(".head").text()).contains("仍予公示", "数据由企业补齐凭证");
    assertThat(show(office, id).page().select(".listing").text())
        .contains("仍予公示（7 天）的理由：数据由企业补齐凭证");
  }

  @Test
  @DisplayName("公示填错几处一次说完；别的年代的日期不收")
  void allThatIsWrongWithANoticeIsToldAtOnce() {
    long id = decided();

    var refused =
        send(
            office,
            id,
            "notice",
            Map.of("from", "1926-11-30", "days", "abc", "document", "", "backdated", "补"));

    assertThat(problems(refused)).contains("公示文件的名称和文号", "公示开始日期应在", "公示天数请填");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
  }

  @Test
  @DisplayName("不需要补登理由的，写了不会无声丢掉；两处理由一次说完")
  void reasonsOfANoticeAreNeitherDroppedNorAskedForOneByOne() {
    long id = decided();
    String past = LocalDate.now(clock).minusDays(3).toString();

    var both = send(office, id, "notice", notice(Map.of("from", past, "days", "1", "despite", "")));
    var unwanted =
        send(office, id, "notice", notice(Map.of("from", today(), "backdated", "已先行张贴")));

    assertThat(problems(both)).contains("请写明补登的理由", "公示一般不少于 7 天，现填 1 天");
    assertThat(problems(unwanted)).contains("不需要补登的理由");
    assertThat(unwanted.page().select("[name=backdated]").val()).isEqualTo("已先行张贴");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
  }

  @Test
  @DisplayName("以后的日子还不能登记入库")
  void nobodyIsAdmittedFromADayToCome() {
    long id = announced();
    String tomorrow = LocalDate.now(clock).plusDays(1).toString();

    var refused = send(office, id, "admission", Map.of("document", "试验〔2026〕4号", "from", tomorrow));

    assertThat(problems(refused)).contains("不能晚于今天");
    assertThat(stage(id)).isEqualTo(Stage.NOTICE);
  }

  @Test
  @DisplayName("公示期内退回的，申请和存档都写明公示中止")
  void aNoticeThatIsBrokenOffSaysSo() {
    long id = decided();
    act(office, id, "notice", notice(Map.of("from", today())));
    String paper = show(office, id).page().select(".head a[href^=/archive/]").attr("href");

    act(office, id, "return", Map.of("note", "请更正"));

    assertThat(show(office, id).page().select(".head").text()).contains("公示中止", "此次公示不再有效");
    assertThat(door.page(paper, office).page().select(".notice").text())
        .contains("作废", "公示中止：申请于 " + today() + " 退回修改");
  }

  @Test
  @DisplayName("公示中止以后随成批入库办结的，不再显示已经作废的公示")
  void aListDoesNotBringABrokenNoticeBack() {
    long id = decided();
    act(office, id, "notice", notice(Map.of("from", today())));
    act(office, id, "return", Map.of("note", "请更正"));

    int closed =
        transactions.executeWrite(
            _ -> lists.close(POOL, List.of(company.id()), "名单〔2026〕9号", "试验"));

    assertThat(closed).isEqualTo(1);
    assertThat(stage(id)).isEqualTo(Stage.ADMITTED);
    var head = show(office, id).page().select(".head");
    assertThat(head.text()).contains("已入库").doesNotContain("公示");
    assertThat(head.select("a[href^=/archive/]")).isEmpty();
  }

  @Test
  @DisplayName("公示全文存档：可以全文检索，与系统记录一致；退回的不再有效，再次公示另行编号")
  void aNoticeIsKeptInFull() {
    long id = announced();
    String first = show(office, id).page().select(".head a[href^=/archive/]").attr("href");
    assertThat(
            door.page(
                    "/archive?within=text&q="
                        + URLEncoder.encode(company.name(), StandardCharsets.UTF_8),
                    office)
                .body())
        .contains("href=\"" + first + "\"");
    assertThat(door.page(first, office).page().select("dl.pairs").text())
        .contains("文号 试验公示〔2026〕5号");
    assertThat(
            door.page(
                    "/archive?q=" + URLEncoder.encode("试验公示〔2026〕5号", StandardCharsets.UTF_8),
                    office)
                .page()
                .select("td.reference")
                .eachText())
        .contains("试验公示〔2026〕5号");
    assertThat(proof(first)).contains("重新计算摘要，与归档时一致");
    assertThat(show(owner, id).page().select(".head a[href^=/archive/]")).isEmpty();

    act(office, id, "return", Map.of("note", "请更正"));
    act(owner, id, "submission", Map.of("revenue-2025", "12000"));
    assertThat(show(office, id).page().select(".head a[href^=/archive/]")).isEmpty();
    act(town, id, "review", Map.of("answer", "pass"));
    act(office, id, "continuation", Map.of("note", "逾期未答复"));
    act(office, id, "notice", notice(Map.of("from", today())));
    String second = show(office, id).page().select(".head a[href^=/archive/]").attr("href");
    assertThat(second).isNotEqualTo(first);
    assertThat(door.page(first, office).page().select(".notice").text()).contains("作废", "公示期满后未入库");
    assertThat(proof(first)).contains("重新计算摘要，与归档时一致");
    assertThat(proof(second)).contains("重新计算摘要，与归档时一致");
  }

  @Test
  void anObjectionHoldsTheAdmissionUp() {
    long id = announced();
    act(office, id, "objections", Map.of("content", "营业收入有出入"));
    Map<String, String> admission = Map.of("document", "试验〔2026〕2号", "from", today());

    assertThat(send(office, id, "admission", admission).body()).contains("尚有未核查的异议");
    String objection = raised(id);
    act(
        office,
        id,
        "objections/" + objection,
        Map.of("upheld", "no", "finding-" + objection, "核对无误"));
    act(office, id, "admission", admission);

    assertThat(stage(id)).isEqualTo(Stage.ADMITTED);
  }

  @Test
  void anObjectionThatHoldsForbidsIt() {
    long id = announced();
    act(office, id, "objections", Map.of("content", "不实"));
    String objection = raised(id);
    act(
        office,
        id,
        "objections/" + objection,
        Map.of("upheld", "yes", "finding-" + objection, "属实"));
    var answer = send(office, id, "admission", Map.of("document", "文", "from", today()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body()).contains("有异议成立");
  }

  @RepeatedTest(3)
  void noObjectionSlipsInBesideAnAdmission() {
    long id = announced();
    Application announced = applications.findById(id).orElseThrow();
    Map<String, String> admission = Map.of("document", "试验〔2026〕3号", "from", today());

    var objecting =
        CompletableFuture.runAsync(
            () -> handling.object(announced, LocalDate.now(clock), "营业收入有出入"));
    send(office, id, "admission", admission);
    boolean admitted = stage(id) == Stage.ADMITTED;
    assertThat(objecting.handle((_, refused) -> refused != null).join()).isEqualTo(admitted);
    assertThat(objections.findByApplicationIdOrderById(id)).hasSize(admitted ? 0 : 1);
  }

  @Test
  void nobodyIsAdmittedBeforeTheNoticeIsOver() {
    long id = decided();
    act(office, id, "notice", notice(Map.of("from", today())));
    var answer = send(office, id, "admission", Map.of("document", "文", "from", today()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(stage(id)).isEqualTo(Stage.NOTICE);
  }

  @Test
  @DisplayName("写了退回理由、异议内容或核查情况的，不能开始公示、发文入库；写了公示文件的，不能退回：都留在原处")
  void noDecisionDropsWhatIsWrittenForAnother() {
    long id = decided();
    var announcing = send(office, id, "notice", notice(Map.of("note", "材料不全", "from", today())));
    assertThat(problems(announcing)).contains("“总的意见”已填写内容，办理“开始公示”不予登记", "“退回修改”");
    assertThat(announcing.page().select("#note").text()).isEqualTo("材料不全");
    assertThat(announcing.page().select("#document").val()).isEqualTo("试验公示〔2026〕5号");
    var returning = send(office, id, "return", Map.of("note", "材料不全", "document", "试验公示〔2026〕5号"));
    assertThat(problems(returning)).contains("“公示文件”已填写内容，办理“退回修改”不予登记");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);

    announce(id);
    act(office, id, "objections", Map.of("content", "营业收入有出入"));
    String finding = "finding-" + raised(id);
    var admitting =
        send(
            office,
            id,
            "admission",
            Map.of("document", "文", "from", today(), "content", "另一条", finding, "核对无误"));
    assertThat(problems(admitting)).contains("异议“内容”已填写内容", "“核查情况”已填写内容");
    assertThat(admitting.page().select("#" + finding).val()).isEqualTo("核对无误");
    assertThat(admitting.page().select("#content").text()).isEqualTo("另一条");
    assertThat(stage(id)).isEqualTo(Stage.NOTICE);
  }

  @Test
  @DisplayName("所依据的证书在公示期满以前到期的，公示前请核对")
  void aPaperThatEndsSpeaksAgainstANotice() {
    LocalDate end = LocalDate.now(clock).plusDays(3);
    holdsToday("high_tech");
    papers.of(company.id(), "high_tech", end);
    long id = decided();

    assertThat(show(office, id).page().select("#qualms").text())
        .contains("国家高新技术企业", "有效期至 " + end + "，在预计公示期满");
  }

  private void holdsToday(String indicator) {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                indicator,
                Period.day(LocalDate.now(clock).minusDays(9)),
                Value.yes(),
                new Source("试验登记表", null),
                "试验",
                clock.instant())));
  }

  private String raised(long id) {
    return show(office, id)
        .page()
        .select("button[formaction*=/objections/]")
        .attr("formaction")
        .replaceFirst(".*/", "");
  }

  private String proof(String document) {
    String path = door.page(document, office).page().select("a[href^=/proofs/]").attr("href");
    return door.page(path, null).body();
  }
}
