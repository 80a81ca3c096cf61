package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.HeldTitles;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleYears;
import seedbed.web.PageRequest;

/// What was recorded wrongly is put right by an addition, and past days stay as they were known.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("误记的撤销和放弃")
final class CorrectionIT extends TitleScene {

  private static final String TITLE = "little-giant";

  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject TitleEvents events;
  @Inject TransactionOperations<Connection> transactions;
  @Inject VisibleTitles visible;
  @Inject RegisterRows rows;
  @Inject RecognitionSettings settings;
  @Inject Bans bans;
  @Inject HeldTitles held;
  @Inject TitleYears years;
  @Inject PastEvents past;

  @Test
  void aCorrectedRevocationNoLongerCountsNorDoesItsBan() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    people.act(office, id, "revocation", Map.of("document", "撤销〔2026〕9号", "ground", "fraud"));
    assertThat(bans.of(company.id(), TITLE, today)).isPresent();

    people.act(office, id, "correction", corrected(id));

    var page = people.show(office, id).page();
    assertThat(page.select("h1 .tag").text()).isEqualTo("有效");
    assertThat(page.select(".head .facts").text()).contains(today.plusYears(2).minusDays(1) + "");
    assertThat(page.select("main").text())
        .contains("更正 " + today + " 的撤销", "登记有误", "更正〔2026〕1号", "看错企业", "撤销〔2026〕9号");
    assertThat(page.select("#correction")).isEmpty();
    assertThat(page.select("#acts")).isNotEmpty();
    assertThat(bans.of(company.id(), TITLE, today)).isEmpty();
    assertThat(door.page("/companies/" + company.id(), owner).body()).doesNotContain("前不得申报");
    assertThat(door.page("/titles?state=revoked", owner).page().select("tbody tr")).isEmpty();
    assertThat(door.page("/titles?state=valid", owner).page().select("tbody tr")).hasSize(1);
    assertThat(past.of(company.id(), today).getLast().words()).contains("更正 " + today + " 的撤销");
    TitleHolding row = holdings.findById(id).orElseThrow();
    assertThat(row.heldTo()).isEqualTo(today.plusYears(2));
    assertThat(row.earlyEnd()).isNull();
    assertThat(row.endDocument()).isNull();
  }

  @Test
  void thoseWhoMayHaveActedOnItAreTold() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    people.act(office, id, "revocation", Map.of("document", "文", "ground", "fraud"));

    people.act(office, id, "correction", corrected(id));

    for (String told : List.of(owner, town)) {
      assertThat(door.page("/inbox", told).body())
          .contains(company.name() + "：", "撤销登记有误，已更正", "自 " + today + " 起不再计", "看错企业");
    }
    assertThat(door.page("/inbox", office).body()).doesNotContain(company.name());
  }

  @Test
  void daysBeforeTheCorrectionStayAsTheyWereKnown() {
    Company checked = people.company(TitlePeople.TOWN);
    companies.titlesChecked(checked.id(), today.minusYears(5));
    LocalDate end = today.plusYears(2);
    long id = people.holding(checked, TITLE, today.minusYears(1), end);
    LocalDate wrong = today.minusDays(20);
    revoked(id, wrong, today.minusDays(10), today.plusYears(3));

    people.act(office, id, "correction", corrected(id));

    expect(checked, id, today.minusDays(11), State.VALID, end, false);
    expect(checked, id, today.minusDays(10), State.REVOKED, wrong, true);
    expect(checked, id, today.minusDays(1), State.REVOKED, wrong, true);
    expect(checked, id, today, State.VALID, end, false);
    assertThat(
            door.page("/titles/" + id + "?on=" + today.minusDays(1), office).page().select("main"))
        .first()
        .satisfies(
            page -> assertThat(page.text()).contains("撤销", "禁报至").doesNotContain("登记有误", "更正"));
  }

  /// Register, page, figures and bans say the same of a day.
  private void expect(
      Company of, long id, LocalDate day, State state, LocalDate end, boolean banned) {
    Known known = new Known(new Scope.Region(TitlePeople.PROVINCE), day);
    VisibleTitles.Found found = visible.find(id, known).orElseThrow();
    RegisterFilter filter =
        new RegisterFilter(null, RegisterSelection.EVERY, null, null, null, null, of.id());
    RegisterRow row = rows.find(filter, known, new PageRequest.Sort("to", false), 10, 0).getFirst();

    assertThat(found.state(day, settings)).as("page on %s", day).isEqualTo(state);
    assertThat(found.holding().heldTo()).as("end on %s", day).isEqualTo(end);
    assertThat(row.state()).as("register on %s", day).isEqualTo(state);
    assertThat(row.ends()).as("end in the register on %s", day).isEqualTo(end);
    assertThat(bans.of(of.id(), TITLE, day).isPresent()).as("ban on %s", day).isEqualTo(banned);
    assertThat(
            TitleRegister.of(
                    companies.findById(of.id()).orElseThrow(),
                    holdings.findByCompanyIdOrderByHeldFrom(of.id()),
                    day,
                    years)
                .on(TITLE, day))
        .isEqualTo(state.held() ? TitleRegister.Standing.HELD : TitleRegister.Standing.NOT_HELD);
    assertThat(proven(id, day)).as("held in SQL on %s", day).isEqualTo(state.held());
  }

  private boolean proven(long id, LocalDate day) {
    String sql =
        "SELECT t.id FROM title_holding t JOIN company c ON c.id = t.company_id WHERE t.id = ? AND "
            + held.proven();
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = 1;
        select.setLong(next++, id);
        for (Object parameter : held.on(day)) {
          select.setObject(next++, parameter);
        }
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  @Test
  void aSecondCorrectionIsRefusedWithWhoMadeTheFirst() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    people.act(office, id, "revocation", Map.of("document", "文", "ground", "fraud"));
    Map<String, String> form = corrected(id);
    String old = people.show(office, id).page().select("[name=version]").attr("value");
    people.act(office, id, "correction", form);

    var late =
        door.form(
            "/titles/" + id + "/correction",
            office,
            Map.of(
                "csrfToken",
                door.page("/account", office).formToken(),
                "version",
                old,
                "happenedOn",
                today.toString(),
                "document",
                "再次",
                "note",
                "再次",
                "corrects",
                form.get("corrects")));
    var again = people.send(office, id, "correction", form);

    assertThat(late.code()).isEqualTo(409);
    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select("#errors").text())
        .contains(today + " 的撤销已于 " + today + " 更正", "不必重复更正");
    assertThat(events.findByHoldingIdOrderById(id)).hasSize(2);
  }

  @Test
  void aCorrectionSaysWhyAndByWhatDocument() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    people.act(office, id, "revocation", Map.of("document", "文", "ground", "fraud"));
    String wrong = corrected(id).getOrDefault("corrects", "");

    var noReason =
        people.send(office, id, "correction", Map.of("document", "某文件", "corrects", wrong));
    var noDocument = people.send(office, id, "correction", Map.of("note", "错", "corrects", wrong));
    var other =
        people.send(
            office,
            id,
            "correction",
            Map.of("document", "某", "note", "错", "corrects", "999999999"));

    assertThat(noReason.code()).isEqualTo(422);
    assertThat(noReason.page().select("#errors").text()).contains("请写明更正的理由");
    assertThat(noReason.page().select("#correction [name=document]").val()).isEqualTo("某文件");
    assertThat(noDocument.page().select("#errors").text()).contains("请填写文件名称和文号");
    assertThat(other.page().select("#errors").text()).contains("没有这条撤销、放弃记录");
    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("撤销");
  }

  @Test
  void aCorrectedSurrenderIsInRenewalAgain() {
    long id = people.holding(company, TITLE, today.minusYears(2), today.plusMonths(3));
    people.act(office, id, "renewal-start", Map.of("document", "复核通知"));
    people.act(office, id, "surrender", Map.of("document", "放弃声明"));

    people.act(office, id, "correction", corrected(id));

    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("复核中");
    people.act(office, id, "surrender", Map.of("document", "第二份放弃声明"));
    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("放弃");
    assertThat(holdings.findById(id).orElseThrow().heldTo()).isEqualTo(today);
  }

  @Test
  void anEndThatWasRegisteredBeforeComesBack() {
    long id = people.holding(company, TITLE, today.minusYears(1), null);
    TitleHolding open = holdings.findById(id).orElseThrow();
    holdings.update(open.endedEarly(today.plusMonths(9), today.minusDays(3), "期限通知"));
    people.act(office, id, "revocation", Map.of("document", "文", "ground", "fraud"));

    people.act(office, id, "correction", corrected(id));

    TitleHolding row = holdings.findById(id).orElseThrow();
    assertThat(row.earlyEnd())
        .isEqualTo(new TitleHolding.EarlyEnd(today.plusMonths(9), today.minusDays(3), "期限通知"));
    assertThat(row.plannedTo()).isNull();
  }

  @Test
  void aTermThatWasFollowedByAnotherIsNotTakenUpAgain() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    revoked(id, today.minusDays(20), today.minusDays(20), null);
    people.holding(company, TITLE, today.minusDays(5), today.plusYears(3));

    var refused = people.send(office, id, "correction", corrected(id));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text())
        .contains("已登记新一期（自 " + today.minusDays(5) + " 起）");
  }

  @Test
  void onlyTheOfficeCorrects() {
    long id = people.holding(company, TITLE, today.minusYears(1), today.plusYears(2));
    people.act(office, id, "revocation", Map.of("document", "文", "ground", "fraud"));
    Map<String, String> form = corrected(id);

    for (String session : List.of(town, owner)) {
      assertThat(people.show(session, id).page().select("#correction")).isEmpty();
      assertThat(
              door.form(
                      "/titles/" + id + "/correction",
                      session,
                      Map.of(
                          "csrfToken", door.page("/account", session).formToken(),
                          "version", "0",
                          "happenedOn", today.toString(),
                          "corrects", form.get("corrects")))
                  .code())
          .isEqualTo(403);
    }
    assertThat(people.show(office, id).page().select("h1 .tag").text()).isEqualTo("撤销");
  }

  private Map<String, String> corrected(long id) {
    long wrong =
        events.findByHoldingIdOrderById(id).stream()
            .filter(event -> event.kind().correctable())
            .reduce((_, later) -> later)
            .map(TitleEvent::id)
            .orElseThrow();
    return Map.of("document", "更正〔2026〕1号", "note", "看错企业", "corrects", "" + wrong);
  }

  /// As the office recorded it on a past day.
  private void revoked(long id, LocalDate on, LocalDate recorded, @Nullable LocalDate ban) {
    TitleHolding row = holdings.findById(id).orElseThrow();
    holdings.update(row.endedEarly(on, recorded, "撤销文件"));
    events.save(
        new TitleEvent(
            0,
            id,
            TitleEvent.Kind.REVOKED,
            on,
            recorded,
            "撤销文件",
            Ground.FRAUD,
            null,
            ban,
            ban == null ? null : "试验办法",
            null,
            "office",
            "发改委培育办"));
  }
}
