package seedbed.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.criteria.Level;
import seedbed.portfolio.LeaderPeople;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// Money that comes, and payments that were entered wrongly.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("奖励资金到位")
final class PaymentsIT {

  @Inject LeaderPeople people;
  @Inject RewardCasework casework;
  @Inject VisibleRewards visible;
  @Inject Door door;

  private Person office;
  private Company company;
  private LocalDate today;

  @BeforeEach
  void settle() {
    people.settle();
    today = people.today();
    office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "培育办");
    company = people.company("到位", LeaderPeople.TOWN);
  }

  private long entered(@Nullable String due, @Nullable String granted, LocalDate on) {
    Grant grant =
        new Grant(
            on.getYear(),
            "首超奖",
            Level.MUNICIPAL,
            "激励意见",
            null,
            amount(due),
            amount(granted),
            "试验",
            on,
            null,
            null,
            null);
    return casework.enter(company.id(), grant, on, "试");
  }

  private static @Nullable BigDecimal amount(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private Door.Answer pay(long reward, String amount) {
    return send(reward, "payments", Map.of("paidOn", today.toString(), "amount", amount));
  }

  private Door.Answer send(long reward, String what, Map<String, String> form) {
    return people.send(office, "/rewards/" + reward, "/rewards/" + reward + "/" + what, form);
  }

  private Document page(long reward) {
    return door.page("/rewards/" + reward, office.session()).page();
  }

  private String list() {
    return door.page("/rewards?company=" + company.id(), office.session())
        .page()
        .select("main")
        .text();
  }

  @Test
  @DisplayName("资金分笔到位，到齐为止，不能超过")
  void moneyComesInParts() {
    long reward = entered("6", "6", today);

    assertThat(pay(reward, "2.5").code()).isEqualTo(303);

    assertThat(list()).contains("部分到位", "2.50");
    Door.Answer over = pay(reward, "3.6");
    assertThat(over.code()).isEqualTo(422);
    assertThat(over.page().select("#amount-problem").text()).contains("不超过尚未到位的 3.50 万元");
    pay(reward, "");
    assertThat(page(reward).select("h1").text()).contains("已到位");
    assertThat(page(reward).select("form[action$=payments]")).isEmpty();
  }

  @Test
  @DisplayName("日期和金额都不对的，一次说全")
  void everythingThatIsWrongIsSaidAtOnce() {
    long reward = entered("6", "6", today);

    Door.Answer answer =
        send(reward, "payments", Map.of("paidOn", today.minusDays(1).toString(), "amount", "两万"));

    assertThat(answer.page().select(".errors a").eachAttr("href"))
        .containsExactly("#paidOn", "#amount");
  }

  @Test
  @DisplayName("同一天同样金额再登记一笔，要勾选确认")
  void theSameOnceMoreIsAskedAbout() {
    long reward = entered("6", "6", today);
    pay(reward, "2");

    Door.Answer again = pay(reward, "2.00");

    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select("#again")).hasSize(1);
    assertThat(list()).contains("部分到位", "2.00").doesNotContain("4.00");
    Map<String, String> meant = new HashMap<>();
    meant.put("paidOn", today.toString());
    meant.put("amount", "2");
    meant.put("again", "yes");
    assertThat(send(reward, "payments", meant).code()).isEqualTo(303);
    assertThat(list()).contains("4.00");
  }

  @Test
  @DisplayName("登记有误的一笔写明原因作废，留在历史里，不计入到位，可以重新登记")
  void aWrongPaymentIsVoidedAndEnteredAnew() {
    long reward = entered("6", "6", today);
    pay(reward, "6");
    String payment = page(reward).select("#payment option").eachAttr("value").getLast();
    Map<String, String> form = new HashMap<>(Map.of("payment", payment, "paymentReason", " "));
    assertThat(send(reward, "payment-voidances", form).code()).isEqualTo(422);
    form.put("paymentReason", "实为另一家企业的");

    assertThat(send(reward, "payment-voidances", form).code()).isEqualTo(303);

    assertThat(page(reward).select("h1").text()).contains("未到位");
    assertThat(page(reward).select("main table").text()).contains("6.00", "已作废", "实为另一家企业的");
    assertThat(list()).contains("未到位", "已到位 0.00 万元");
    assertThat(send(reward, "payment-voidances", form).code()).isEqualTo(409);
    assertThat(pay(reward, "6").code()).isEqualTo(303);
    assertThat(page(reward).select("h1").text()).contains("已到位");
    assertThat(page(reward).select("main table tbody tr")).hasSize(2);
  }

  @Test
  @DisplayName("只能作废本奖励的到位")
  void aPaymentOfAnotherRewardIsNotVoided() {
    long reward = entered("6", "6", today);
    long other = entered("7", "7", today);
    long payment = casework.pay(other, today, new BigDecimal("7"), "一次拨付", "试");

    Door.Answer answer =
        send(reward, "payment-voidances", Map.of("payment", "" + payment, "paymentReason", "试试别的"));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(standing(other, today)).isEqualTo(Standing.PAID);
  }

  @Test
  @DisplayName("奖励已被他人作废时登记到位，填写的日期、金额和说明都还在")
  void whatWasWrittenIsKeptWhereSomebodyWasQuicker() {
    long reward = entered("6", "6", today);
    send(reward, "voidance", Map.of("reason", "录错企业"));

    Door.Answer late =
        people.send(
            office,
            "/rewards/new",
            "/rewards/" + reward + "/payments",
            Map.of("paidOn", today.toString(), "amount", "2", "note", "首期"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".kept dt").eachText())
        .containsExactlyInAnyOrder("到位日期", "到位金额", "说明");
    assertThat(late.page().select(".kept").text()).contains(today.toString(), "2", "首期");
  }

  @Test
  @DisplayName("回看过去的一天：那天还没有作废的到位照算")
  void aPastDayKnowsAPaymentUntilItWasVoided() {
    LocalDate decided = today.minusDays(100);
    long reward = entered("8", "8", decided);
    long wrong = casework.pay(reward, today.minusDays(50), new BigDecimal("8"), "录错", "试");
    casework.voidPayment(wrong, today.minusDays(20), "录错", "试");
    casework.pay(reward, today.minusDays(10), new BigDecimal("3"), "首期", "试");

    assertThat(standing(reward, today.minusDays(51))).isEqualTo(Standing.UNPAID);
    assertThat(standing(reward, today.minusDays(21))).isEqualTo(Standing.PAID);
    assertThat(standing(reward, today.minusDays(20))).isEqualTo(Standing.UNPAID);
    assertThat(standing(reward, today)).isEqualTo(Standing.PARTLY);
    assertThat(dossier(today.minusDays(21))).contains("已到位 8.00 万元");
    assertThat(dossier(today)).contains("部分到位", "已到位 3.00 万元", "到位（万元）", "；原因：试验");
    assertThat(
            door.page("/rewards/" + reward + "?on=" + today.minusDays(21), office.session())
                .page()
                .select("main table")
                .text())
        .doesNotContain("已作废");
    assertThat(page(reward).select("main table .why").text())
        .contains(today.minusDays(20) + " 10:20");
  }

  private String dossier(LocalDate day) {
    return door.page("/companies/" + company.id() + "/dossier?on=" + day, office.session())
        .page()
        .select("#rewards")
        .text();
  }

  private Standing standing(long id, LocalDate day) {
    return visible.find(id, new Known(new Scope.Whole(), day)).orElseThrow().standing();
  }

  @Test
  @DisplayName("数据库里的状态与规则说的一样，作废的到位不算")
  void theDatabaseSaysTheSameAsTheRule() {
    for (String due : Arrays.asList(null, "0", "6")) {
      for (String granted : Arrays.asList(null, "0", "6", "9")) {
        for (List<String> paid : List.of(List.<String>of(), List.of("6"), List.of("3", "6"))) {
          for (boolean voided : List.of(false, true)) {
            assertSame(due, granted, paid, voided);
          }
        }
      }
    }
  }

  /// @param voided whether a payment of 5 more was entered wrongly
  private void assertSame(
      @Nullable String due, @Nullable String granted, List<String> paid, boolean voided) {
    long id = entered(due, granted, today);
    if (voided) {
      casework.voidPayment(casework.pay(id, today, new BigDecimal("5"), "错", "试"), today, "错", "试");
    }
    BigDecimal sum = granted == null || paid.isEmpty() ? null : BigDecimal.ZERO;
    for (String each : paid) {
      BigDecimal come = granted == null ? null : new BigDecimal(each);
      casework.pay(id, today, come, "试", "试");
      sum = sum == null || come == null ? null : sum.add(come);
    }

    assertThat(standing(id, today))
        .as("due %s, granted %s, paid %s, one voided: %s", due, granted, paid, voided)
        .isEqualTo(Standing.of(amount(due), amount(granted), paid.size(), sum));
  }
}
