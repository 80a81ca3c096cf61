package seedbed.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.signin.Door;

/// What the office does with entries, and what keeps it from slips that cannot be put right.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("申报计划的办理")
final class EntryActsIT {

  @Inject PlanPeople people;
  @Inject Door door;

  private String office = "";

  @BeforeEach
  void settle() {
    people.settle();
    office = people.office();
  }

  private long entry(int year) {
    return people.entry(people.plan(), year, "specialised-sme", people.company(PlanPeople.TOWN));
  }

  private Map<String, String> applied() {
    return Map.of("happenedOn", people.today().toString(), "note", "省里允许先报");
  }

  @Test
  @DisplayName("缺前置的登记申报，要写依据；日期自己填，不预填")
  void anApplicationWithoutItsRungWantsAWord() {
    long entry = entry(people.year());

    var page = door.page("/nominations/" + entry, office).page();
    var refused =
        people.send(office, entry, "application", Map.of("happenedOn", people.today().toString()));

    assertThat(page.select("#happenedOn").val()).isEmpty();
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#note-problem").text()).contains("缺前置", "不能撤销");
    people.act(office, entry, "application", applied());
  }

  @Test
  @DisplayName("登记申报以后，先前打开的页面不能再办")
  void whoHasNotSeenTheApplicationIsTold() {
    long entry = entry(people.year());
    String seen =
        door.page("/nominations/" + entry, office).page().select("[name=version]").attr("value");
    people.act(office, entry, "application", applied());

    var late =
        people.send(
            office,
            entry,
            "removal",
            Map.of("version", seen, "dropReason", "调出", "letter", "keep"));

    assertThat(late.code()).isEqualTo(409);
  }

  @Test
  @DisplayName("调出已经申报的，写明推荐文件保留还是作废")
  void droppingSaysWhatBecomesOfTheLetter() {
    long kept = entry(people.year());
    long voided = entry(people.year());
    people.act(office, kept, "application", applied());
    people.act(office, voided, "application", applied());

    var silent = people.send(office, kept, "removal", Map.of("dropReason", "企业迁出"));
    people.act(office, kept, "removal", Map.of("dropReason", "企业迁出", "letter", "keep"));
    String letter = letter(voided);
    people.act(office, voided, "removal", Map.of("dropReason", "没有报出", "letter", "void"));

    assertThat(silent.code()).isEqualTo(422);
    assertThat(silent.page().select("#letter-problem").text()).contains("推荐文件");
    assertThat(door.page(letter, office).page().select("main").text()).contains("作废", "没有报出");
  }

  private String letter(long entry) {
    return door.page("/nominations/" + entry, office)
        .page()
        .select("form[action$=removal] .hint a")
        .attr("href");
  }

  @Test
  @DisplayName("不能改列到已经结束的年度，也不列出来供选")
  void nothingIsMovedIntoAYearThatIsOver() {
    int year = people.year();
    long entry = entry(year);

    var refused =
        people.send(office, entry, "year", Map.of("year", "" + (year - 1), "reason", "提前"));
    var unchosen = people.send(office, entry, "year", Map.of("year", "", "reason", "提前"));

    assertThat(refused.page().select("#year-problem").text()).contains((year - 1) + "年已经结束");
    assertThat(unchosen.page().select("#year-problem").text()).isEqualTo("请选择年度。");
    assertThat(refused.page().select("#year option").eachAttr("value"))
        .containsExactly("", "" + (year + 1));
  }

  @Test
  @DisplayName("列入企业：年度、称号、企业的错一次说全；列在已结束的年度要提醒")
  void whatIsWrongIsSaidAtOnce() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int last = people.year() - 1;

    var empty = entered(plan, Map.of());
    var over =
        entered(
            plan, Map.of("year", "" + last, "title", "specialised-sme", "company", company.name()));

    assertThat(empty.code()).isEqualTo(422);
    assertThat(empty.page().select("#errors a").eachAttr("href"))
        .containsExactly("#year", "#title", "#company");
    assertThat(over.code()).isEqualTo(303);
    assertThat(
            door.page("/nominations/new?plan=" + plan, office)
                .page()
                .select("#year option[value=" + last + "]")
                .text())
        .contains("已结束");
  }

  @Test
  @DisplayName("建立计划：名称和年度的错一次说全")
  void aPlanSaysAllThatIsWrongAtOnce() {
    var refused =
        door.form(
            "/nomination-plans",
            office,
            Map.of(
                "csrfToken", door.page("/nomination-plans/new", office).formToken(),
                "fromYear", "26年",
                "toYear", ""));

    assertThat(refused.page().select("#errors a").eachAttr("href"))
        .containsExactly("#name", "#fromYear", "#toYear");
  }

  private Door.Answer entered(long plan, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page("/nominations/new?plan=" + plan, office).formToken());
    all.put("plan", "" + plan);
    return door.form("/nominations", office, all);
  }

  @Test
  @DisplayName("没有目标的年度，说明目标从哪里来；没有计划的企业，不说要它建立计划")
  void emptyPlacesSayWhoFillsThem() {
    long plan = people.plan();
    people.entry(plan, people.year(), "specialised-sme", people.company(PlanPeople.TOWN));
    String owner = people.owner(people.company(PlanPeople.TOWN));

    assertThat(door.page("/nominations?plan=" + plan, office).page().text())
        .contains("没有登记目标", "由系统管理员按文件录入")
        .doesNotContain("config/");
    assertThat(door.page("/nominations", owner).page().select("main").text())
        .contains("由培育办编制")
        .doesNotContain("建立计划并列入");
  }
}
