package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// An application on its whole way, by the people whose turn it is.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("入库申请")
final class AdmissionIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "850101";
  private static final String TOWN = "850101001";
  private static final String OTHER_TOWN = "850101002";
  private static final String POOL = "rugao-pool";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject Figures figures;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Clock clock;
  @Inject Applications applications;
  @Inject Handling handling;
  @Inject Objections objections;
  @Inject Reporting reporting;
  @Inject Confirming confirming;
  @Inject ListAdmission lists;
  @Inject TransactionOperations<Connection> transactions;

  private Company company = Company.named("无", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  private String owner = "";
  private String town = "";
  private String office = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    region("85", RegionLevel.PROVINCE, null);
    region("8501", RegionLevel.PREFECTURE, "85");
    region(COUNTY, RegionLevel.COUNTY, "8501");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company =
        companies.save(
            Company.named(
                "申请" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    owner = signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
    town = signedIn(account(Role.TOWNSHIP, TOWN));
    office = signedIn(account(Role.OFFICE, COUNTY));
  }

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

  private String messages(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }

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
  @DisplayName("退回没有写理由：还是这一页，已写的逐条理由都在；退回以后企业在最前面看到理由，填过的还在")
  void aReturnWithoutReasonComesBackAndOneWithIsInFront() {
    long id = submitted("revenue-2025", "12000");

    var refused = send(town, id, "review", Map.of("answer", "return", "note", "  "));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#problems").text()).contains("请写明退回理由");
    assertThat(refused.page().select("form.card[action$=review]")).hasSize(1);

    act(town, id, "review", Map.of("answer", "return", "note", "营业收入请附审计报告"));

    var page = show(owner, id).page();
    assertThat(page.select(".notice.not").text()).contains("退回理由", "营业收入请附审计报告");
    assertThat(page.select("#revenue-2025").attr("value")).isEqualTo("12000");
  }

  @Test
  @DisplayName("公示天数填错：422，还是这一页，填过的公示文件还在")
  void aWrongNoticeKeepsWhatWasTyped() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    answerAll(id);

    var refused = send(office, id, "notice", Map.of("days", "0", "document", "试验公示〔2026〕9号"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#notice-document").attr("value")).isEqualTo("试验公示〔2026〕9号");
    assertThat(stage(id)).isEqualTo(Stage.OFFICE);
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
  void oneOfTwoWritersIsToldThatTheOtherWasQuicker() {
    long id = begun();
    String version = show(owner, id).page().select("#version").attr("value");

    keep(owner, id, "revenue-2025", "12000");
    var late = send(owner, id, "", Map.of("version", version, "revenue-2025", "9000"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.body()).contains("12000").contains("9000");
    assertThat(show(owner, id).page().select("#revenue-2025").attr("value")).isEqualTo("12000");
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

  private static String problems(Door.Answer answer) {
    assertThat(answer.code()).isEqualTo(422);
    return answer.page().select("#problems").text();
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

  private String proof(String document) {
    String path = door.page(document, office).page().select("a[href^=/proofs/]").attr("href");
    return door.page(path, null).body();
  }

  @Test
  void anObjectionHoldsTheAdmissionUp() {
    long id = announced();
    act(office, id, "objections", Map.of("content", "营业收入有出入"));
    Map<String, String> admission = Map.of("document", "试验〔2026〕2号", "from", today());

    assertThat(send(office, id, "admission", admission).body()).contains("没有核查的异议");
    String form = show(office, id).page().select("form[action*=/objections/]").attr("action");
    String objection = form.replaceFirst(".*/", "");
    act(office, id, "objections/" + objection, Map.of("upheld", "no", "finding", "核对无误"));
    act(office, id, "admission", admission);

    assertThat(stage(id)).isEqualTo(Stage.ADMITTED);
  }

  @Test
  void anObjectionThatHoldsForbidsIt() {
    long id = announced();
    act(office, id, "objections", Map.of("content", "不实"));
    String form = show(office, id).page().select("form[action*=/objections/]").attr("action");
    act(
        office,
        id,
        "objections/" + form.replaceFirst(".*/", ""),
        Map.of("upheld", "yes", "finding", "属实"));

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

  private long begun() {
    var answer =
        door.form(
            "/applications",
            owner,
            Map.of("title", POOL, "csrfToken", door.page("/applications/new", owner).formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  private long submitted(String field, String typed) {
    long id = begun();
    keep(owner, id, field, typed);
    act(owner, id, "submission", Map.of(field, typed));
    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    return id;
  }

  private long decided() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    act(office, id, "continuation", Map.of("note", "逾期未答复"));
    return id;
  }

  private long announced() {
    long id = decided();
    announce(id);
    return id;
  }

  /// For a time that is over.
  private void announce(long id) {
    act(
        office,
        id,
        "notice",
        notice(
            Map.of("from", LocalDate.now(clock).minusDays(8).toString(), "backdated", "公示已先行张贴")));
  }

  /// All that a notice wants, with what is said otherwise.
  private static Map<String, String> notice(Map<String, String> otherwise) {
    Map<String, String> fields = new HashMap<>();
    fields.put("days", "7");
    fields.put("document", "试验公示〔2026〕5号");
    fields.put("despite", "数据由企业补齐凭证");
    fields.putAll(otherwise);
    return fields;
  }

  private void answerAll(long id) {
    for (String unit : units(id)) {
      String person = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit(unit));
      act(person, id, "check", Map.of("opinion", "true"));
    }
  }

  private List<String> units(long id) {
    return show(office, id).page().select("section:has(h2:contains(部门核实)) tbody th").eachText();
  }

  /// By another document than the application.
  private void confirmed(String indicator, int year, String value) {
    var reported =
        reporting.report(
            List.of(
                Figure.reported(
                    company.id(),
                    indicator,
                    Period.year(year),
                    Value.number(value),
                    new Source("试验审计报告", null),
                    "试验",
                    clock.instant())));
    confirming.confirm(reported.added(), "试验", clock.instant());
  }

  private Door.Answer keep(String session, long id, String field, String typed) {
    return send(session, id, "", Map.of(field, typed));
  }

  private void act(String session, long id, String what, Map<String, String> fields) {
    var answer = send(session, id, what, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  /// Sends a form of the page with its token and version.
  private Door.Answer send(String session, long id, String what, Map<String, String> fields) {
    var page = show(session, id);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", page.formToken());
    all.put("version", page.page().select("#version").attr("value"));
    all.putAll(fields);
    return door.form("/applications/" + id + (what.isEmpty() ? "" : "/" + what), session, all);
  }

  private Door.Answer show(String session, long id) {
    return door.page("/applications/" + id, session);
  }

  private Stage stage(long id) {
    return applications.findById(id).orElseThrow().stage();
  }

  private seedbed.figure.Attested figure(String indicator, int year) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, year)
        .orElseThrow()
        .live()
        .getFirst();
  }

  private static Value number(String number) {
    return Value.number(new BigDecimal(number));
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("a" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "申请" + code, level, parent, "试验"));
    }
  }
}
