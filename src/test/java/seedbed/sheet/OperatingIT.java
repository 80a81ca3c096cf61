package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Operating sheets, from the company to those who watch.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("运行情况表")
final class OperatingIT {

  private static final String PROVINCE = "18";
  private static final String LIST = "/operating-sheets";

  @Inject SheetPeople people;
  @Inject Operatings sheets;
  @Inject Door door;

  private String owner = "";
  private String town = "";
  private String name = "";
  private long companyId;

  @BeforeEach
  void settle() {
    door.forgetLocks();
    people.settle(PROVINCE);
    Company company = people.member(SheetPeople.town(PROVINCE));
    name = company.name();
    companyId = company.id();
    owner = people.owner(company);
    town = people.person(Role.TOWNSHIP, SheetPeople.town(PROVINCE));
  }

  @Test
  void isHandedInSeenAndClosed() {
    long id = handedIn(people.lastYear(), 3, "300", "1200");

    assertThat(stage(id)).isEqualTo(Operating.Stage.SUBMITTED);
    assertThat(door.page(page(id), town).page().select("main table").getFirst().text())
        .contains("1,200.00");
    people.act(town, page(id), page(id) + "/review", Map.of("answer", "seen"));

    assertThat(stage(id)).isEqualTo(Operating.Stage.SEEN);
    assertThat(people.send(owner, LIST, page(id), Map.of("version", "1", "sales", "1")).code())
        .isEqualTo(409);
  }

  @Test
  void comesBackWithAReason() {
    long id = handedIn(people.lastYear(), 3, "300", "1200");

    var refused = people.send(town, page(id), page(id) + "/review", Map.of("answer", "return"));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("请写明退回理由");
    assertThat(refused.page().select("form.card[action=" + page(id) + "/review]")).hasSize(1);
    people.act(town, page(id), page(id) + "/review", Map.of("answer", "return", "note", "单位疑为元"));

    assertThat(stage(id)).isEqualTo(Operating.Stage.DRAFT);
    assertThat(door.page(page(id), owner).page().select("#sales").attr("value")).isEqualTo("300");
    assertThat(door.page(page(id), owner).body()).contains("单位疑为元");
  }

  @Test
  @DisplayName("镇（街道）已阅以后发现填错的，写明理由退回更正")
  void whatWasSeenIsSentBackToBePutRight() {
    long id = handedIn(people.lastYear(), 3, "300", "1200");
    people.act(town, page(id), page(id) + "/review", Map.of("answer", "seen"));
    assertThat(people.send(owner, page(id), page(id) + "/withdrawal", Map.of()).body())
        .contains("请镇（街道）退回更正");
    var refused = people.send(town, page(id), page(id) + "/review", Map.of("answer", "return"));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(stage(id)).isEqualTo(Operating.Stage.SEEN);

    people.act(
        town, page(id), page(id) + "/review", Map.of("answer", "return", "note", "企业来电，多填一位"));

    assertThat(stage(id)).isEqualTo(Operating.Stage.DRAFT);
    assertThat(door.page(page(id), owner).body()).contains("退回更正", "企业来电，多填一位");
    people.act(
        owner, page(id), page(id) + "/submission", Map.of("sales", "310", "forecast", "1240"));
    assertThat(stage(id)).isEqualTo(Operating.Stage.SUBMITTED);
  }

  @Test
  void lessThanBeforeIsKeptAndNotHandedIn() {
    handedIn(people.lastYear(), 3, "300", "1200");
    long id = begun(people.lastYear(), 6);

    var answer = people.send(owner, page(id), page(id), Map.of("sales", "299", "forecast", "1200"));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#sales-problem").text()).contains("小于上期");
    assertThat(door.page(page(id), owner).page().select("#sales").attr("value")).isEqualTo("299");
    assertThat(people.send(owner, page(id), page(id) + "/submission", Map.of()).code())
        .isEqualTo(422);
  }

  @Test
  void warningsAreSeenByThoseWhoWatch() {
    int year = people.lastYear();
    handedIn(year - 1, 9, "1000", "1400");
    handedIn(year, 9, "800", "2000");
    String query = LIST + "?period=" + year + "-9&show=warned&size=200";
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));
    String stranger = people.person(Role.TOWNSHIP, SheetPeople.otherTown(PROVINCE));

    assertThat(door.page(query, office).page().select("tr:contains(" + name + ")").text())
        .contains("下降 20.00 %", "预计全年", "-20.00 %");
    assertThat(door.page(query, stranger).body()).doesNotContain(name);
    var own = door.page("/companies/" + companyId + LIST, town);
    assertThat(own.page().select("svg.line-chart")).hasSize(1);
    assertThat(door.page("/companies/" + companyId + LIST, stranger).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("预计与进度相差千倍：不勾选“已核对”不能提交，写的说明不丢；勾选后可以提交")
  void anUnlikelyForecastIsConfirmedBeforeItIsHandedIn() {
    long id = begun(people.lastYear(), 3);
    Map<String, String> typed = Map.of("sales", "300", "forecast", "1200000", "note", "新厂投产");

    var kept =
        people.send(owner, page(id), page(id), Map.of("sales", "300", "forecast", "1200000"));
    var refused = people.send(owner, page(id), page(id) + "/submission", typed);

    assertThat(kept.code()).isEqualTo(200);
    assertThat(kept.page().select("#aware").text())
        .contains("请核对：预计全年销售收入", "相差 10 倍以上，疑似单位填错", "已核对“请核对”所列 1 处，填写无误");
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#problems").text()).contains("疑似单位填错", "填写无误的，请勾选“已核对”后再提交。");
    assertThat(refused.page().select("#note").text()).isEqualTo("新厂投产");
    assertThat(stage(id)).isEqualTo(Operating.Stage.DRAFT);
    people.act(owner, page(id), page(id) + "/submission", Map.of("aware", "yes"));
    assertThat(stage(id)).isEqualTo(Operating.Stage.SUBMITTED);
    assertThat(door.page(page(id), owner).page().select("#aware")).isEmpty();
  }

  @Test
  @DisplayName("整张表按元填写：逐项请核对，勾选后提交；镇（街道）看到企业核对过什么")
  void aSheetInAnotherUnitIsConfirmedAndTheTownshipSeesThat() {
    handedIn(people.lastYear() - 1, 3, "380", "1500");
    long id = begun(people.lastYear(), 3);
    Map<String, String> typed =
        Map.of("sales", "3900000", "forecast", "15600000", "rd_expense", "4000000");

    var refused = people.send(owner, page(id), page(id) + "/submission", typed);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#problems").text())
        .contains("与上年同期的 380.00 万元相差 1000 倍以上", "与上年同期的 1,500.00 万元相差", "大于累计销售收入");
    people.act(owner, page(id), page(id) + "/submission", Map.of("aware", "yes"));
    assertThat(door.page(page(id), town).page().select("#assured p").eachText())
        .hasSize(4)
        .first()
        .asString()
        .contains("以下 3 处，企业提交时勾选了“已核对，填写无误”");
    people.act(town, page(id), page(id) + "/review", Map.of("answer", "seen"));
    assertThat(door.page(page(id), town).page().select("section:contains(办理记录)").text())
        .contains("企业勾选“已核对，填写无误”：累计销售收入 3,900,000.00 万元");
  }

  @Test
  void aLikelyForecastAsksForNothing() {
    long id = begun(people.lastYear(), 3);

    var kept = people.send(owner, page(id), page(id), Map.of("sales", "300", "forecast", "2400"));

    assertThat(kept.page().select("#warnings").text()).contains("预警");
    assertThat(kept.page().select("#aware").text()).isEmpty();
  }

  @Test
  @DisplayName("撤回以后，走势图和下一期的核对都不再用撤回的数")
  void whatWasTakenBackCountsNowhere() {
    int year = people.lastYear();
    handedIn(year, 3, "300", "1200");
    long june = handedIn(year, 6, "700", "1300");
    String drawn = LIST;
    assertThat(chart(drawn)).contains("700");

    people.act(owner, page(june), page(june) + "/withdrawal", Map.of());

    assertThat(chart(drawn)).contains("300").doesNotContain("700");
    long september = begun(year, 9);
    var kept =
        people.send(
            owner, page(september), page(september), Map.of("sales", "650", "forecast", "900"));
    assertThat(kept.code()).as("it is not less than what was taken back").isEqualTo(200);
  }

  private String chart(String page) {
    return door.page(page, owner).page().select("section:has(svg.line-chart)").text();
  }

  @Test
  @DisplayName("没有填报的期，培育办在这家企业的页上看到期限；不能代为开始填写")
  void theOfficeSeesWhichPeriodsAreMissing() {
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));

    var due = door.page("/companies/" + companyId + LIST, office).page().select("#due");

    assertThat(due.text()).contains("还没有填报的期", "期限");
    assertThat(due.select("button")).isEmpty();
    assertThat(door.page(LIST, owner).page().select("#due button")).isNotEmpty();
  }

  @Test
  void oneOfTwoWritersIsToldThatTheOtherWasQuicker() {
    long id = begun(people.lastYear(), 3);
    String version = door.page(page(id), owner).page().select("#version").attr("value");

    people.send(owner, page(id), page(id), Map.of("sales", "300"));
    var late = people.send(owner, page(id), page(id), Map.of("version", version, "sales", "310"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("input[name=sales]").eachAttr("value"))
        .containsExactly("300", "310");
  }

  private long begun(int year, int month) {
    var answer = people.send(owner, LIST, LIST, Map.of("year", "" + year, "month", "" + month));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  private long handedIn(int year, int month, String sales, String forecast) {
    long id = begun(year, month);
    people.act(
        owner, page(id), page(id) + "/submission", Map.of("sales", sales, "forecast", forecast));
    return id;
  }

  private static String page(long id) {
    return LIST + "/" + id;
  }

  private Operating.Stage stage(long id) {
    return sheets.findById(id).orElseThrow().stage();
  }
}
