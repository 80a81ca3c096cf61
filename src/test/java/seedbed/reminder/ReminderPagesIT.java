package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.obligation.GivenRules;
import seedbed.obligation.Rules;
import seedbed.secret.Sealing;
import seedbed.signin.Door;

/// Rules, exemptions, calendars and what goes out, as people meet them.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.offices", value = ReminderPeople.COUNTY)
@Property(name = "seedbed.reminder.mail-from", value = "office@example.org")
@Property(name = "javamail.properties.mail.smtp.host", value = "127.0.0.1")
@Property(name = "javamail.properties.mail.smtp.port", value = "3025")
@Property(
    name = "seedbed.reminder.robots",
    value = "wecom 280101 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x")
@DisplayName("提醒规则、免报、日历和发送")
final class ReminderPagesIT {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

  @Inject ReminderPeople people;
  @Inject Rules rules;
  @Inject ReminderPlan file;
  @Inject RuleChange change;
  @Inject Scan scan;
  @Inject Sending sending;
  @Inject Deliveries deliveries;
  @Inject Postbox postbox;
  @Inject Sealing sealing;
  @Inject Door door;
  @Inject Clock clock;

  /// Takes what robots are told, or refuses it.
  @Singleton
  @Replaces(HttpPosting.class)
  static final class Postbox implements Posting {
    private final List<String> posted = new ArrayList<>();
    private boolean refusing;

    @Override
    public String post(URI address, String json) throws IOException {
      if (refusing) {
        throw new IOException("对方答复 503");
      }
      posted.add(json);
      return "{\"errcode\":0,\"errmsg\":\"ok\"}";
    }
  }

  private GreenMail mail = new GreenMail(ServerSetupTest.SMTP);

  @BeforeEach
  void settle() {
    people.settle();
    postbox.refusing = false;
    mail = new GreenMail(ServerSetupTest.SMTP);
    mail.start();
  }

  @AfterEach
  void end() {
    mail.stop();
  }

  private Company member() {
    Company company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LONG_AGO, null);
    return company;
  }

  private Map<String, String> fields(String page, String session) {
    Map<String, String> fields = new HashMap<>();
    for (Element field : door.page(page, session).page().select("main form [name]")) {
      boolean unticked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
      if (!unticked) {
        fields.put(field.attr("name"), value(field));
      }
    }
    return fields;
  }

  // As a browser would send it: of a list what is chosen, or its first.
  private static String value(Element field) {
    if (!field.normalName().equals("select")) {
      return field.val();
    }
    Element chosen = field.selectFirst("option[selected]");
    return chosen == null ? field.select("option").val() : chosen.val();
  }

  @Test
  @DisplayName("存下的修改与事项的周期不再相符的，不妨碍提醒：这一项按配置文件，其余照旧，写明怎么办")
  void whatFitsNoMoreIsSetAside() {
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String company = people.session(Role.COMPANY, ReminderPeople.TOWN, member());
    LocalDate today = LocalDate.now(clock);
    Rule monthly = new Rule("sheet", Period.MONTH, new Due.Days(10), Shift.NONE, true, List.of());
    Rule later =
        new Rule("plan-progress", Period.QUARTER, new Due.Days(33), Shift.NONE, true, List.of());
    ReminderPlan plan = GivenRules.with(rules.course().last(), List.of(monthly, later));

    change.during(
        plan,
        LONG_AGO,
        () -> {
          Map<String, Rule> held = rules.course().plan(today).rules();
          assertThat(held.get("sheet")).isEqualTo(file.rules().get("sheet"));
          assertThat(held.get("plan-progress")).isEqualTo(later);
          Document page = door.page("/reminder-rules", office).page();
          assertThat(page.select(".aside").text())
              .contains("年度填报表", "不再适用", "只能按年填报，规则写的是按月", "请重新修改");
          assertThat(page.select(".aside a").eachAttr("href"))
              .containsExactly("/reminder-rules/sheet");
          assertThat(door.page("/overview", office).page().text()).contains("有 1 处修改不再适用");
          scan.run(DUE.atTime(9, 0));
          assertThat(door.page("/inbox", company).page().select(".messages li")).hasSize(1);
        });
    assertThat(door.page("/reminder-rules", office).page().select(".aside")).isEmpty();
  }

  @Test
  @DisplayName("整版读不出来的，全部按配置文件，写明是哪一版")
  void whatCannotBeReadIsSetAsideAsAWhole() {
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    LocalDate today = LocalDate.now(clock);

    change.during(
        "rules: {sheet: 没有了}\n",
        LONG_AGO,
        () -> {
          assertThat(rules.course().plan(today)).isEqualTo(file);
          assertThat(door.page("/reminder-rules", office).page().select(".aside").text())
              .contains("第 " + rules.course().newest() + " 版不再适用", "现在不能读取");
        });
  }

  @Test
  @DisplayName("培育办改规则：先看到未来十二个月，再保存；第二个人看到冲突，填的还在")
  void theOfficeSeesNextYearBeforeItChangesARule() {
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String other = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String page = "/reminder-rules/plan-progress";
    Map<String, String> first = fields(page, office);
    Map<String, String> second = fields(page, other);
    first.put("due", "20");
    second.put("due", "25");
    second.put("reason", "试验二");
    second.put("csrfToken", door.page(page, other).formToken());

    var preview = door.form(page + "/preview", office, first);
    assertThat(preview.code()).isEqualTo(200);
    assertThat(preview.page().select("#preview").text()).contains("季度方案任务进展", "原为");
    assertThat(door.form(page, office, first).code()).as("without a reason").isEqualTo(422);
    first.put("reason", "试验一");
    assertThat(door.form(page, office, first).code()).isEqualTo(303);

    var conflict = door.form(page, other, second);
    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("[role=alert]").text()).contains("试验一", "期满后 20 天内");
    assertThat(conflict.page().select("#due").val()).isEqualTo("25");
    assertThat(door.page("/reminder-rules", office).page().text()).contains("期满后 20 天内");
  }

  @Test
  @DisplayName("免报的不再应报，撤销后又应报；别人的企业不能免报")
  void whoIsExcusedIsNotAsked() {
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String township = people.session(Role.TOWNSHIP, ReminderPeople.TOWN, null);
    Company company = member();
    long owner = people.owner(company);
    String of = "operating-sheet/2026-Q3/" + company.id();
    String form = "/obligations/exemptions/new?item=" + of;

    assertThat(door.page(form, township).code()).isIn(403, 404);
    Map<String, String> typed = fields(form, office);
    assertThat(door.form("/obligations/exemptions", office, typed).code()).isEqualTo(422);
    typed.put("reason", "停产整顿");
    var excused = door.form("/obligations/exemptions", office, typed);
    assertThat(excused.code()).as(excused.body()).isEqualTo(303);

    scan.run(DUE.atTime(9, 0));
    assertThat(
            people.words(
                "SELECT period FROM reminder WHERE account_id = ? AND kind = 'operating-sheet'",
                owner))
        .isEmpty();
    assertThat(door.page("/obligations/exemptions", office).page().text())
        .contains("停产整顿", company.name());
  }

  @Test
  @DisplayName("日历链接不用登录就能读，重新生成后旧的失效")
  void aCalendarIsReadByItsLinkUntilItIsRenewed() {
    Company company = member();
    String owner = people.session(Role.COMPANY, ReminderPeople.TOWN, company);
    Map<String, String> token = Map.of("csrfToken", door.page("/calendar-feed", owner).formToken());

    assertThat(door.form("/calendar-feed", owner, token).code()).isEqualTo(303);
    String link =
        door.page("/calendar-feed", owner)
            .page()
            .select("#link")
            .val()
            .replaceFirst("^https?://[^/]+", "");
    var read = door.page(link, null);
    assertThat(read.code()).isEqualTo(200);
    assertThat(read.body())
        .startsWith("BEGIN:VCALENDAR")
        .contains("BEGIN:VEVENT", "运行情况表")
        .contains("X-WR-CALNAME:应报事项", "URL:http")
        .doesNotContain("DESCRIPTION:");

    assertThat(door.form("/calendar-feed", owner, token).code()).isEqualTo(303);
    assertThat(door.page(link, null).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("有邮箱的另收一封邮件；机器人不通时记下原因，以后再试")
  void mailsGoOutAndFailuresStay() throws Exception {
    Company company = member();
    long owner = people.owner(company);
    people.execute(
        "UPDATE account SET email_sealed = ? WHERE id = ?",
        sealing.seal("owner@example.org", "account.email"),
        owner);
    postbox.refusing = true;

    scan.run(DUE.atTime(9, 0));
    sending.run();
    sending.run();

    assertThat(mail.getReceivedMessagesForDomain("owner@example.org")).hasSize(1);
    assertThat(
            people.words(
                "SELECT CONCAT(state, ' ', attempts, ' ', problem) FROM reminder_delivery"
                    + " WHERE robot IS NOT NULL AND told_on = ?",
                DUE))
        .containsExactly("WAITING 1 对方答复 503");
    people.execute(
        "UPDATE reminder_delivery SET next_at = ? WHERE robot IS NOT NULL",
        LocalDate.now(clock).minusDays(1).atTime(9, 0));
    postbox.refusing = false;
    sending.run();
    assertThat(postbox.posted).anySatisfy(json -> assertThat(json).contains("应报事项"));
  }

  @Test
  @DisplayName("一封发不出去的不耽误别人；正在发送的不能重试；只看未成的")
  void oneThatCannotBeOpenedHoldsNobodyUp() {
    long broken = people.owner(member());
    long other = people.owner(member());
    people.execute("UPDATE account SET email_sealed = 'nothing sealed' WHERE id = ?", broken);
    people.execute(
        "UPDATE account SET email_sealed = ? WHERE id = ?",
        sealing.seal("other@example.org", "account.email"),
        other);
    String state =
        "SELECT CONCAT(v.state, ' ', v.attempts, ' ', v.problem IS NULL) FROM reminder_delivery v"
            + " JOIN reminder_digest d ON d.id = v.digest_id WHERE d.account_id = ?";
    String number =
        "SELECT v.id FROM reminder_delivery v JOIN reminder_digest d ON d.id = v.digest_id"
            + " WHERE d.account_id = ?";

    scan.run(DUE.atTime(9, 0));
    sending.run();

    assertThat(mail.getReceivedMessagesForDomain("other@example.org")).hasSize(1);
    assertThat(people.words(state, broken)).containsExactly("WAITING 1 0");

    long id = Long.parseLong(people.words(number, broken).getFirst());
    assertThat(deliveries.again(id, clock.instant())).isOne();
    deliveries.take(List.of(id), clock.instant().plusSeconds(600));
    assertThat(deliveries.again(id, clock.instant())).as("it is being sent").isZero();

    deliveries.failed(id, Deliveries.State.FAILED, clock.instant(), "试验未成");
    people.execute("UPDATE reminder_delivery SET told_on = ? WHERE id = ?", today(), id);
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    assertThat(door.page("/reminders/outbox?show=failed", office).page().select("tbody").text())
        .contains("试验未成")
        .doesNotContain("已发送");
    assertThat(door.page("/reminders/outbox?show=sent", office).page().text())
        .doesNotContain("试验未成");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  @Test
  @DisplayName("工作日：录入明年的放假安排，期限随之顺延；写错的逐行指出")
  void aYearIsEntered() {
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    Map<String, String> typed = new HashMap<>();
    typed.put("csrfToken", door.page("/working-days", office).formToken());
    typed.put("year", "2041");
    typed.put("document", "试验通知");
    typed.put("days", "2041-01-01 放假");

    Map<String, String> empty = new HashMap<>(typed);
    empty.putAll(Map.of("year", "1027", "document", "", "days", ""));
    assertThat(
            door.form("/working-days", office, empty).page().select("#errors a").eachAttr("href"))
        .containsExactly("#year", "#document", "#days");
    var wrong = door.form("/working-days", office, typed);
    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.page().select("#days-problem").text()).contains("第 1 行");
    assertThat(wrong.page().select("#days").text()).isEqualTo("2041-01-01 放假");
    typed.put("days", "2041-01-01 休 元旦");
    assertThat(door.form("/working-days", office, typed).code()).isEqualTo(303);
    assertThat(door.page("/working-days?year=2041", office).page().text()).contains("元旦");
  }

  @Test
  @DisplayName("页面按角色打开：清单、日历、按时率；系统管理员看不到业务")
  void pagesOpenByRole() {
    Company company = member();
    String owner = people.session(Role.COMPANY, ReminderPeople.TOWN, company);
    String office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String admin = people.session(Role.ADMIN, ReminderPeople.COUNTY, null);

    assertThat(door.page("/obligations", owner).page().select("tbody").text()).contains("运行情况表");
    for (String page :
        List.of(
            "/obligations",
            "/obligations?show=all",
            "/obligations/calendar",
            "/obligations/rates",
            "/reminder-rules",
            "/working-days",
            "/reminders/outbox")) {
      assertThat(door.page(page, office).code()).as(page).isEqualTo(200);
    }
    assertThat(door.page("/obligations", admin).code()).isEqualTo(404);
    assertThat(door.page("/chores", admin).page().text()).contains("应报提醒");
    assertThat(door.page("/obligations/rates", owner).code()).isEqualTo(403);
  }
}
