package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.FormerNames;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.signin.Door;
import seedbed.web.PageRequest;

/// Titles as each role sees them, what the office records, and past days.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("企业称号库")
final class RecognitionIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "470101";
  private static final String TOWN = "470101001";
  private static final String OTHER_TOWN = "470101002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject FormerNames formerNames;
  @Inject TitleHoldings holdings;
  @Inject RegisterRows rows;
  @Inject VisibleTitles visible;
  @Inject RecognitionSettings settings;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Clock clock;

  private Company company = Company.named("无", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  private LocalDate today = LocalDate.EPOCH;
  private String owner = "";
  private String town = "";
  private String office = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    today = LocalDate.now(clock);
    region("47", RegionLevel.PROVINCE, null);
    region("4701", RegionLevel.PREFECTURE, "47");
    region(COUNTY, RegionLevel.COUNTY, "4701");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company = company(TOWN);
    owner = signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
    town = signedIn(account(Role.TOWNSHIP, TOWN));
    office = signedIn(account(Role.OFFICE, COUNTY));
  }

  @Test
  void eachSeesItsOwn() {
    long mine = holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));
    Company far = company(OTHER_TOWN);
    long theirs = holding(far, "innovative-sme", today.minusYears(1), today.plusYears(2));

    assertThat(show(office, mine).body()).contains(company.name());
    assertThat(show(office, theirs).code()).isEqualTo(200);
    assertThat(show(town, mine).code()).isEqualTo(200);
    assertThat(show(town, theirs).code()).isEqualTo(404);
    assertThat(show(owner, mine).code()).isEqualTo(200);
    assertThat(show(owner, theirs).code()).isEqualTo(404);
    assertThat(door.page("/titles?q=" + far.name(), town).body())
        .doesNotContain("/titles/" + theirs);
    assertThat(door.page("/titles", owner).page().select("tbody tr")).hasSize(1);
    assertThat(show(owner, mine).page().select("#acts")).isEmpty();
    assertThat(show(office, mine).page().select("#acts")).isNotEmpty();
  }

  @Test
  void sqlAndJavaAgreeOnEveryBorder() {
    LocalDate from = today.minusYears(3);
    Company checked = company(TOWN);
    companies.titlesChecked(checked.id(), today.minusYears(5));
    List<Long> titles =
        List.of(
            holding(checked, "innovative-sme", from, null),
            holding(checked, "specialised-sme", from.minusDays(1), null),
            holding(checked, "little-giant", from, today),
            holding(checked, "champion", from, today.plusDays(1)),
            holding(checked, "jiangsu-giant", from, null),
            holding(checked, "technology-sme", from, today.plusMonths(6)),
            holding(checked, "key-little-giant", from, today.plusMonths(6).plusDays(1)),
            holding(checked, "champion-product", from, today.minusDays(1)),
            holding(company, "specialised-sme", from, null),
            holding(company, "champion", from, today.plusMonths(6)));
    act(office, titles.get(9), "renewal-start", Map.of("document", "试验〔2026〕1号"));
    act(office, titles.get(3), "revocation", Map.of("document", "文", "ground", "fraud"));
    act(office, titles.get(5), "surrender", Map.of("document", "文"));

    for (int back : new int[] {0, 1, 2, 30, 200}) {
      LocalDate day = today.minusDays(back);
      Known known = new Known(new Scope.Region("47"), day);
      Map<Long, State> listed = new HashMap<>();
      rows.find(every(), known, new PageRequest.Sort("to", false), 200, 0)
          .forEach(row -> listed.put(row.id(), row.state()));
      for (long id : titles) {
        assertThat(listed.get(id))
            .as("title %s on %s", id, day)
            .isEqualTo(visible.find(id, known).orElseThrow().state(day, settings));
      }
    }
  }

  @Test
  void aRevokedTitleIsBannedAndPastDaysStayAsTheyWere() {
    long id = holding(company, "little-giant", today.minusYears(1), today.plusYears(2));

    act(
        office,
        id,
        "revocation",
        Map.of("document", "撤销〔2026〕9号", "ground", "fraud", "happenedOn", today.toString()));

    assertThat(show(office, id).body())
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
    long id = holding(company, "innovative-sme", today.minusYears(1), today.plusMonths(2));
    String version = show(office, id).page().select("[name=version]").attr("value");
    act(office, id, "renewal-start", Map.of("document", "复核通知"));

    var late = send(office, id, "surrender", Map.of("document", "文", "version", version));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.body()).contains("复核中");
    assertThat(visible.find(id, known()).orElseThrow().events()).hasSize(1);
  }

  @Test
  void aRenewalBeginsANewTerm() {
    long id = holding(company, "innovative-sme", today.minusYears(3), today.plusMonths(2));
    act(office, id, "renewal-start", Map.of("document", "复核通知"));
    act(
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
            send(office, id, "renewal", Map.of("document", "再", "from", today.toString())).code())
        .isEqualTo(422);
  }

  @Test
  void wrongFormsComeBackWithWhatWasTyped() {
    long id = holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

    var answer =
        send(office, id, "revocation", Map.of("document", "某文件", "happenedOn", today.toString()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body()).contains("请选择撤销事由", "某文件");
    assertThat(
            send(office, id, "surrender", Map.of("happenedOn", today.plusDays(1).toString()))
                .code())
        .isEqualTo(422);
    assertThat(show(office, id).page().select("h1 .tag").text()).isEqualTo("有效");
  }

  @Test
  void onlyTheOfficeRecords() {
    long id = holding(company, "innovative-sme", today.minusYears(1), today.plusYears(2));

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

  @Test
  void aBannedPoolCannotBeAppliedFor() {
    long id = holding(company, "rugao-pool", today.minusYears(1), null);
    companies.titlesChecked(company.id(), today.minusYears(2));
    LocalDate until = today.plusYears(2);
    act(
        office,
        id,
        "revocation",
        Map.of("document", "调出〔2026〕1号", "ground", "fraud", "banUntil", until.toString()));

    var page = door.page("/applications/new", owner);
    assertThat(page.body()).contains(until + " 前不得申报");
    var answer =
        door.form(
            "/applications", owner, Map.of("title", "rugao-pool", "csrfToken", page.formToken()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.body()).contains(until.toString()).contains("数据造假");
  }

  @Test
  void aTitleWithoutItsPrerequisiteIsNamed() {
    companies.titlesChecked(company.id(), today.minusYears(2));

    assertThat(door.page("/applications/new", owner).body())
        .contains("申报前须持有创新型中小企业或科技型中小企业，目前没有持有");
  }

  @Test
  void majorChangesAreReportedInTime() {
    holding(company, "champion", today.minusYears(1), today.plusYears(2));
    String address = "/companies/" + company.id() + "/changes";
    LocalDate happened = today.minusMonths(4);
    Map<String, String> change =
        Map.of(
            "kind",
            "renamed",
            "happenedOn",
            happened.toString(),
            "formerName",
            "旧名" + company.id() + "有限公司",
            "csrfToken",
            door.page(address, owner).formToken());

    assertThat(door.form(address, owner, change).code()).isEqualTo(303);

    var page = door.page(address, town);
    assertThat(page.body()).contains(happened.plusMonths(3).toString(), "已过期限", "138号");
    assertThat(door.page("/titles/deadlines", office).body()).contains(company.name());
    assertThat(formerNames.findByCompanyIdOrderByUsedUntil(company.id())).hasSize(1);
    assertThat(door.page("/companies/" + company(OTHER_TOWN).id() + "/changes", owner).code())
        .isEqualTo(404);
    String report = page.page().select("form[action$=/report]").attr("action");
    var reported =
        door.form(
            report, town, Map.of("reportedOn", today.toString(), "csrfToken", page.formToken()));
    assertThat(reported.code()).isEqualTo(303);
    assertThat(door.page("/titles/deadlines", office).body()).doesNotContain(company.name());
    assertThat(
            door.form(
                    report,
                    town,
                    Map.of("reportedOn", today.toString(), "csrfToken", page.formToken()))
                .code())
        .isEqualTo(409);
  }

  @Test
  void theWatchNamesWhoCannotBeJudgedAndIsKeptByScope() {
    long id = holding(company, "specialised-sme", today.minusYears(2), today.plusMonths(2));

    var page = door.page("/titles/renewals", owner);

    assertThat(page.page().select("tbody tr:not(.group)")).hasSize(1);
    assertThat(page.body()).contains("3 个月内到期", "/titles/" + id, "缺：");
    assertThat(door.page("/titles/renewals?outcome=unknown", owner).page().select("tbody tr"))
        .isNotEmpty();
    assertThat(door.page("/titles/renewals?outcome=met", owner).page().select("tbody tr"))
        .isEmpty();
    assertThat(door.page("/titles/renewals?within=3", office).body()).contains(company.name());
    assertThat(door.page("/title-renewals.xlsx", office).code()).isEqualTo(200);
    assertThat(door.page("/title-renewals.xlsx", owner).code()).isEqualTo(404);
    assertThat(door.page("/titles.xlsx?q=" + company.name(), town).code()).isEqualTo(200);
  }

  @Test
  void theYearlyUpdateIsRecorded() {
    long id = holding(company, "champion", today.minusYears(1), today.plusYears(2));

    act(office, id, "update", Map.of());

    assertThat(show(owner, id).body()).contains("完成年度更新").doesNotContain("这里没有更新记录");
  }

  private static RegisterFilter every() {
    return new RegisterFilter(null, RegisterSelection.EVERY, null, null, null, null, null);
  }

  private Known known() {
    return new Known(new Scope.Region("47"), today);
  }

  private void act(String session, long id, String what, Map<String, String> fields) {
    var answer = send(session, id, what, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private Door.Answer send(String session, long id, String what, Map<String, String> fields) {
    var page = show(session, id);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", page.formToken());
    all.put("version", page.page().select("[name=version]").attr("value"));
    all.put("happenedOn", today.toString());
    all.putAll(fields);
    return door.form("/titles/" + id + "/" + what, session, all);
  }

  private Door.Answer show(String session, long id) {
    return door.page("/titles/" + id, session);
  }

  private Company company(String region) {
    return companies.save(
        Company.named(
            "称号" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private long holding(Company holder, String title, LocalDate from, @Nullable LocalDate to) {
    return holdings
        .save(
            new TitleHolding(
                0,
                holder.id(),
                title,
                from,
                FromPrecision.DAY,
                to,
                from,
                null,
                null,
                "试验文件",
                null,
                "试验"))
        .id();
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("t" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "称号" + code, level, parent, "试验"));
    }
  }
}
