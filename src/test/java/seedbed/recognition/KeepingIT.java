package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;

/// What the office records of a title, and what past days show of it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("称号变动")
final class KeepingIT extends TitleScene {

  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject VisibleTitles visible;

  @Test
  void aRevokedTitleIsBannedAndPastDaysStayAsTheyWere() {
    long id = people.holding(company, "little-giant", today.minusYears(1), today.plusYears(2));

    people.act(
        office,
        id,
        "revocation",
        Map.of("document", "撤销〔2026〕9号", "ground", "fraud", "happenedOn", today.toString()));

    assertThat(people.show(office, id).body())
        .contains("撤销", "数据造假", "禁报至 " + today.plusYears(3), "〔2026〕2号");
    assertThat(door.page("/titles?state=revoked", owner).body()).contains("禁报至");
    assertThat(door.page("/companies/" + company.id(), owner).body())
        .contains(today.plusYears(3) + " 前不得申报");
    String before = "?on=" + today.minusDays(1);
    assertThat(door.page("/titles/" + id + before, office).page().select("h1 .tag").text())
        .isEqualTo("有效");
    assertThat(door.page("/titles/" + id + before, office).body())
        .contains(today.plusYears(2).minusDays(1).toString())
        .doesNotContain("撤销〔2026〕9号");
    assertThat(door.page("/companies/" + company.id() + before, owner).body())
        .doesNotContain("前不得申报");
    TitleHolding row = holdings.findById(id).orElseThrow();
    assertThat(row.heldTo()).isEqualTo(today);
    assertThat(row.plannedTo()).isEqualTo(today.plusYears(2));
  }

  @Test
  void whoeverHasAnOldPageInFrontOfHimIsTold() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusMonths(2));
    String version = people.show(office, id).page().select("[name=version]").attr("value");
    people.act(office, id, "renewal-start", Map.of("document", "复核通知"));

    var late = people.send(office, id, "surrender", Map.of("document", "文", "version", version));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.body()).contains("复核中");
    assertThat(visible.find(id, known()).orElseThrow().events()).hasSize(1);
  }

  @Test
  void aRenewalBeginsANewTerm() {
    long id = people.holding(company, "innovative-sme", today.minusYears(3), today.plusMonths(2));
    people.act(office, id, "renewal-start", Map.of("document", "复核通知"));
    people.act(
        office,
        id,
        "renewal",
        Map.of(
            "document",
            "复核公告",
            "from",
            today.toString(),
            "lastDay",
            today.plusYears(3).minusDays(1).toString(),
            "batch",
            "第四批"));

    List<TitleHolding> terms = holdings.findByCompanyIdOrderByHeldFrom(company.id());
    assertThat(terms).hasSize(2);
    assertThat(terms.getFirst().heldTo()).isEqualTo(today);
    assertThat(terms.getFirst().plannedTo()).isEqualTo(today.plusMonths(2));
    assertThat(terms.getLast().heldTo()).isEqualTo(today.plusYears(3));
    assertThat(door.page("/titles", owner).page().select("tbody tr")).hasSize(1);
    assertThat(door.page("/titles", owner).body()).contains("第四批");
    assertThat(
            people
                .send(office, id, "renewal", Map.of("document", "再", "from", today.toString()))
                .code())
        .isEqualTo(422);
  }

  @Test
  @DisplayName("新一期还没有开始的，写明已通过复核和新一期的起止，不再提供转入复核")
  void aTitleWhoseNextTermIsToComeSaysSo() {
    long id = people.holding(company, "innovative-sme", today.minusYears(3), today.plusDays(30));
    people.act(
        office,
        id,
        "renewal",
        Map.of(
            "document",
            "复核公告",
            "from",
            today.plusDays(30).toString(),
            "lastDay",
            today.plusYears(3).toString()));

    var page = people.show(office, id).page();

    assertThat(page.select(".head p").text())
        .contains("已通过复核，新一期自 " + today.plusDays(30) + " 起，有效期至 " + today.plusYears(3));
    assertThat(page.select("[formaction$=renewal-start]")).isEmpty();
    assertThat(page.select("[formaction$=revocation]")).isNotEmpty();
  }

  @Test
  @DisplayName("企业页和企业称号库用同一个词说称号的状态")
  void theCompanysPageSaysTheSameStateAsTheRegister() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));
    people.act(office, id, "surrender", Map.of("document", "放弃的公告"));
    people.holding(company, "specialised-sme", today.minusYears(2), today.plusMonths(2));

    var page = door.page("/companies/" + company.id(), owner).page();

    assertThat(page.select("#titles td .tag").eachText()).containsExactly("放弃", "待复核");
  }

  @Test
  void wrongFormsComeBackWithWhatWasTyped() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    var answer =
        people.send(
            office, id, "revocation", Map.of("document", "某文件", "happenedOn", today.toString()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body()).contains("请选择撤销事由", "某文件");
    assertThat(
            people
                .send(office, id, "surrender", Map.of("happenedOn", today.plusDays(1).toString()))
                .code())
        .isEqualTo(422);
    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("有效");
  }

  @Test
  void nothingEndsWithoutAWordThatItWasChecked() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    var revoked =
        people.send(
            office, id, "revocation", Map.of("document", "某文件", "ground", "fraud", "sure", "no"));
    var surrendered =
        people.send(office, id, "surrender", Map.of("document", "另一文件", "sure", "no"));

    assertThat(revoked.code()).isEqualTo(422);
    assertThat(revoked.page().select("#sure-problem").text()).contains("称号即告失效", "另作更正");
    assertThat(revoked.page().select("#document").val()).isEqualTo("某文件");
    assertThat(surrendered.code()).isEqualTo(422);
    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("有效");
  }

  @Test
  @DisplayName("撤销缺几样，一次说完；已勾的“已核对”还在")
  void whatARevocationLacksIsToldAtOnce() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    var page = people.send(office, id, "revocation", Map.of("happenedOn", "")).page();

    assertThat(page.select("#happenedOn-problem, #document-problem, #ground-problem").eachText())
        .containsExactly("请填写日期。", "请填写文件名称和文号。", "请选择撤销事由。");
    assertThat(page.select("#sure").hasAttr("checked")).isTrue();
  }

  @Test
  @DisplayName("日期读不出来的，和缺的几样一次说完")
  void anUnreadableDayIsToldWithTheRest() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    var page =
        people
            .send(
                office,
                id,
                "revocation",
                Map.of("happenedOn", "昨天", "banUntil", "后年", "sure", "no"))
            .page();

    assertThat(page.select("#errors a").eachAttr("href"))
        .containsExactly("#happenedOn", "#document", "#ground", "#banUntil", "#sure");
  }

  @Test
  void onlyTheOfficeRecords() {
    long id = people.holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    for (String session : List.of(town, owner)) {
      var answer =
          door.form(
              "/titles/" + id + "/surrender",
              session,
              Map.of(
                  "csrfToken", door.page("/account", session).formToken(),
                  "version", "0",
                  "happenedOn", today.toString()));
      assertThat(answer.code()).isEqualTo(403);
    }
  }

  private Known known() {
    return new Known(new Scope.Region(TitlePeople.PROVINCE), today);
  }
}
