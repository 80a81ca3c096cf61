package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.Track;
import seedbed.figure.Period;
import seedbed.signin.Door;

/// A review from its opening to its closing and what comes after, by the people whose turn it is.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("动态管理")
final class RoundIT {

  private static final AtomicInteger COUNTIES = new AtomicInteger();

  @Inject ReviewPeople people;
  @Inject Rounds rounds;
  @Inject Rulings rulings;
  @Inject VisibleMembers members;
  @Inject Digest digest;
  @Inject Standing standing;
  @Inject Door door;

  private String county = "";
  private Company first = Company.named("无", "", Track.MANUFACTURING, "", LocalDate.EPOCH);
  private Company second = first;
  private String office = "";
  private String township = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    county = "1801%02d".formatted(COUNTIES.incrementAndGet());
    people.settle(county);
    first = people.member(county + "001");
    second = people.member(county + "002");
    office = people.person(Role.OFFICE, county);
    township = people.person(Role.TOWNSHIP, county + "001");
  }

  @Test
  @DisplayName("建立时冻结名单和判定，以后登记的数据不计入")
  void openingFreezesFiguresAndVerdicts() {
    long round = opened();
    long member = member(round, first);
    String before = main(office, "/review-members/" + member);

    people.report(first, "revenue", Period.year(people.today().getYear() - 1), "98765");
    people.rename(first, "改名以后" + first.id());

    assertThat(main(office, "/review-members/" + member)).isEqualTo(before).contains(first.name());
    assertThat(main(office, "/reviews/" + round)).contains("参加核实 <b>2</b> 家", first.name());
  }

  @Test
  @DisplayName("没有作出决定的不按默认处理")
  void nobodyIsDecidedBySilence() {
    long round = opened();
    decide(member(round, first), "keep", "继续培育");

    var refused = close(round);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("还有 1 家没有作出决定");
    assertThat(stage(round)).isEqualTo(Stage.OPEN);
  }

  @Test
  @DisplayName("结束后调出的不再在库，其余不变，编号连续")
  void closingAppliesMembershipsAndNumbersTheDecision() {
    long round = opened();
    decide(member(round, first), "keep", "继续培育");
    decide(member(round, second), "remove", "已停产");

    closed(round);

    Round closed = rounds.findById(round).orElseThrow();
    assertThat(closed.archiveNumber()).matches("动管档〔%d〕\\d+号".formatted(people.today().getYear()));
    assertThat(closed.digest()).isEqualTo(digest.of(closed, _ -> {}));
    assertThat(people.places(first).getLast().heldTo()).isNull();
    TitleHolding ended = people.places(second).getLast();
    assertThat(ended.heldTo()).isEqualTo(people.today());
    assertThat(ended.endDocument()).isEqualTo("试验公告1号");
    assertThat(main(office, "/titles/" + ended.id())).contains("调出", "已停产");
  }

  @Test
  @DisplayName("以后才生效的调出，到那一天为止仍在库")
  void whoeverIsRemovedLaterIsInUntilThen() {
    LocalDate later = people.today().plusDays(10);
    long round = opened();
    decide(member(round, first), "keep", "继续培育");
    decide(member(round, second), "remove", "已停产");

    closed(round, later);

    TitleHolding ended = people.places(second).getLast();
    assertThat(ended.heldTo()).isEqualTo(later);
    assertThat(ended.covers(later.minusDays(1))).isTrue();
    assertThat(main(office, "/titles/" + ended.id())).contains("调出", "已停产");
  }

  @Test
  @DisplayName("冻结的判定写明所用数据的来源")
  void aFrozenVerdictNamesItsSources() {
    people.report(first, "revenue", Period.year(people.today().getYear() - 1), "98765");

    Map<String, String> today = new HashMap<>(wish(yesterday().getYear()));
    today.put("asOf", people.today().toString());
    long member = member(opened(today), first);

    assertThat(main(office, "/review-members/" + member)).contains("试验报表");
  }

  @Test
  @DisplayName("结束后什么都不能再改，页面不随数据变化")
  void aClosedRoundNeverChanges() {
    long round = opened();
    long kept = member(round, first);
    decide(kept, "keep", "继续培育");
    decide(member(round, second), "keep", "继续培育");
    closed(round);
    List<String> pages =
        List.of(
            "/reviews/" + round,
            "/reviews/" + round + "/list",
            "/reviews/" + round + "/comparison",
            "/review-members/" + kept);
    Map<String, String> before = new HashMap<>();
    pages.forEach(page -> before.put(page, main(office, page)));
    var list = door.page("/reviews/" + round + "/list.docx", office);

    people.report(first, "revenue", Period.year(people.today().getYear() - 1), "98765");
    people.rename(first, "改名以后" + first.id());
    var late =
        people.send(
            office,
            "/reviews/" + round,
            "/review-members/" + kept + "/decision",
            Map.of("version", "1", "decision", "remove", "reason", "后悔了"));

    assertThat(late.code()).isEqualTo(409);
    pages.forEach(page -> assertThat(main(office, page)).as(page).isEqualTo(before.get(page)));
    assertThat(door.page("/reviews/" + round + "/list.docx", office).body()).isEqualTo(list.body());
    assertThat(digest.of(rounds.findById(round).orElseThrow(), _ -> {}))
        .isEqualTo(rounds.findById(round).orElseThrow().digest());
  }

  @Test
  @DisplayName("两人同时办理，后者看到前者的内容再选择")
  void theSecondOfTwoDecidersSeesBoth() {
    long member = member(opened(), first);
    String page = "/review-members/" + member;
    String version = door.page(page, office).page().select("[name=version]").attr("value");
    decide(member, "keep", "继续培育");

    var late =
        people.send(
            office,
            page,
            page + "/decision",
            Map.of("version", version, "decision", "remove", "reason", "停产"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("main").text()).contains("继续培育", "停产", "保留", "调出");
    assertThat(ruling(member).decision()).isEqualTo(Decision.KEEP);
    var chosen =
        door.form(
            page + "/decision",
            office,
            Map.of(
                "csrfToken",
                late.formToken(),
                "version",
                late.page().select("[name=version]").attr("value"),
                "decision",
                "remove",
                "reason",
                "停产"));
    assertThat(chosen.code()).isEqualTo(303);
    assertThat(ruling(member).decision()).isEqualTo(Decision.REMOVE);
  }

  @Test
  @DisplayName("镇（街道）只对所辖企业提意见，沿用的内容须重新确认")
  void theTownshipAdvisesItsOwnAndConfirmsWhatIsCarried() {
    LocalDate longAgo = people.today().minusYears(3);
    people.report(
        first,
        "no_bad_record",
        Period.day(longAgo),
        "yes",
        longAgo.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    long round = opened();
    String own = "/review-members/" + member(round, first);
    assertThat(main(township, own)).contains("待重新确认");
    var unconfirmed = people.send(township, own, own + "/opinion", Map.of("opinion", "keep"));
    assertThat(unconfirmed.code()).isEqualTo(422);
    assertThat(unconfirmed.page().select("#errors").text()).contains("沿用");

    assertThat(door.page("/review-members/" + member(round, second), township).code())
        .isEqualTo(404);
    people.act(township, own, own + "/opinion", Map.of("opinion", "keep", "confirmed", "yes"));

    assertThat(ruling(member(round, first)).opinion()).isEqualTo(Decision.KEEP);
    assertThat(main(office, own)).contains("镇（街道）意见：保留");
  }

  @Test
  @DisplayName("建议整改、调出的要写理由")
  void anOpinionAgainstStayingIsGivenWithItsReason() {
    String own = "/review-members/" + member(opened(), first);

    var refused = people.send(township, own, own + "/opinion", Map.of("opinion", "remove"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#note-problem").text()).contains("请写明理由");
    assertThat(refused.page().select("#opinion option[selected]").attr("value"))
        .isEqualTo("remove");
  }

  @Test
  @DisplayName("成批决定只登记还没有决定的，逐家留下记录")
  void manyAreDecidedAtOnceAndTheDecidedStay() {
    long round = opened();
    decide(member(round, first), "remove", "停产");

    people.act(
        office,
        "/reviews/" + round,
        "/reviews/" + round + "/decisions",
        Map.of("whole", "whole", "decision", "keep", "reason", "继续培育"));

    assertThat(ruling(member(round, first)).decision()).isEqualTo(Decision.REMOVE);
    assertThat(ruling(member(round, second)).decision()).isEqualTo(Decision.KEEP);
    assertThat(main(office, "/review-members/" + member(round, second))).contains("决定：保留");
  }

  @Test
  @DisplayName("限期整改要有期限，推荐要有称号")
  void decisionsSayWhatTheyNeed() {
    String page = "/review-members/" + member(opened(), first);

    var rectify =
        people.send(
            office,
            page,
            page + "/decision",
            Map.of("decision", "rectify", "reason", "补材料", "rectifyUntil", ""));
    var rise =
        people.send(
            office, page, page + "/decision", Map.of("decision", "recommend", "reason", "很好"));

    assertThat(rectify.page().select("#rectifyUntil-problem").text()).contains("整改期限");
    assertThat(rise.page().select("#upward-problem").text()).contains("推荐申报的称号");
  }

  @Test
  @DisplayName("整改复查不过的以补充决定调出，更正的恢复在库，原结果不变")
  void whatComesAfterIsASupplement() {
    long round = opened();
    long member = member(round, first);
    decide(
        member,
        Map.of(
            "decision",
            "rectify",
            "rectifyUntil",
            people.today().plusDays(30).toString(),
            "reason",
            "补齐研发投入"));
    decide(member(round, second), "keep", "继续培育");
    closed(round);
    String list = main(office, "/reviews/" + round + "/list");

    supplement(round, member, "recheck", "remove", "复查仍不满足");
    assertThat(standing.now(member)).isEqualTo(Decision.REMOVE);
    assertThat(people.places(first).getLast().heldTo()).isEqualTo(people.today());

    supplement(round, member, "correction", "keep", "复查材料有误，予以更正");
    assertThat(standing.now(member)).isEqualTo(Decision.KEEP);
    assertThat(people.places(first)).hasSize(2);
    assertThat(people.places(first).getLast().heldTo()).isNull();
    assertThat(main(office, "/reviews/" + round + "/list")).isEqualTo(list);
    assertThat(main(office, "/review-members/" + member)).contains("整改复查", "更正", "动管补档〔");
  }

  @Test
  @DisplayName("复查只用于限期整改的企业")
  void aRecheckIsOnlyForThoseWhoHadToPutSomethingRight() {
    long round = opened();
    long member = member(round, first);
    decide(member, "keep", "继续培育");
    decide(member(round, second), "keep", "继续培育");
    closed(round);

    var refused = supplementing(round, member, "recheck", "remove", "停产");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("现在的决定是“保留”");
  }

  @Test
  @DisplayName("企业结束后才看到自己的结果")
  void aCompanyIsToldOnceTheRoundIsClosed() {
    String owner = people.owner(first);
    long round = opened();
    long member = member(round, first);
    String own = "/review-members/" + member;
    people.act(township, own, own + "/opinion", Map.of("opinion", "rectify", "note", "只给培育办看"));
    decide(member, "keep", "继续培育");
    decide(member(round, second), "keep", "继续培育");

    assertThat(door.page("/review-members/" + member, owner).code()).isEqualTo(404);
    assertThat(door.page("/reviews/" + round, owner).code()).isEqualTo(404);
    closed(round);

    assertThat(main(owner, "/reviews")).contains("保留");
    assertThat(main(owner, "/review-members/" + member)).contains("继续培育").doesNotContain("只给培育办看");
    assertThat(main(owner, "/reviews/" + round)).doesNotContain("只给培育办看");
    assertThat(door.page("/review-members/" + member(round, second), owner).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("上年结果在旁，调出后不再参加下一轮，可以再次申请入库")
  void theNextRoundStandsBesideTheLast() {
    long last = opened(yesterday().getYear() - 1);
    decide(member(last, first), "keep", "继续培育");
    decide(member(last, second), "remove", "停产");
    closed(last, yesterday());

    long round = opened();

    assertThat(members.count(round, new MemberQuery(null, null, null), new Scope.Whole()))
        .isEqualTo(1);
    String comparison = main(office, "/reviews/" + round + "/comparison");
    assertThat(comparison).contains("上一轮在库、本轮不在库", second.name());
    assertThat(main(office, "/review-members/" + member(round, first))).contains("上一轮", "保留");
    String owner = people.owner(second);
    people.act(owner, "/applications/new", "/applications", Map.of("title", ReviewPeople.POOL));
  }

  @Test
  @DisplayName("期间迁到外地的企业仍在名单上")
  void whoeverMovesAwayMeanwhileIsStillDecidedAndRead() {
    long round = opened();
    long member = member(round, first);
    String elsewhere = "1899%02d".formatted(COUNTIES.get());
    people.settle(elsewhere);
    people.move(first, elsewhere + "001");

    decide(member, "keep", "继续培育");
    decide(member(round, second), "keep", "继续培育");
    closed(round);

    assertThat(main(office, "/reviews/" + round + "/list")).contains(first.name());
  }

  @Test
  @DisplayName("上一级不会是本培育库")
  void theTitleAboveIsNeverThePoolItself() {
    long round = opened();

    assertThat(members.list(round, new MemberQuery(null, null, null), new Scope.Whole(), 9, 0))
        .hasSize(2)
        .noneMatch(each -> ReviewPeople.POOL.equals(each.nextTitle()));
  }

  @Test
  @DisplayName("同一年度不重复建立，作废后可以重建")
  void aYearIsReviewedOnce() {
    long round = opened();

    var again = people.send(office, "/reviews/new", "/reviews", wish(yesterday().getYear()));
    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select("#errors").text()).contains("不能重复建立");
    people.act(
        office,
        "/reviews/" + round,
        "/reviews/" + round + "/cancellation",
        Map.of("cancelReason", "日期填错"));

    assertThat(stage(round)).isEqualTo(Stage.CANCELLED);
    assertThat(opened()).isNotEqualTo(round);
  }

  @Test
  @DisplayName("Excel 随时可以导出，Word 办结以后才有")
  void filesComeWithTheRound() {
    long round = opened();

    assertThat(door.page("/reviews/" + round + "/list.xlsx", office).code()).isEqualTo(200);
    assertThat(door.page("/reviews/" + round + "/list.docx", office).code()).isEqualTo(409);
    assertThat(door.page("/reviews/" + round + "/list.xlsx", people.owner(first)).code())
        .isEqualTo(403);
  }

  private long opened() {
    return opened(yesterday().getYear());
  }

  private long opened(int year) {
    return opened(wish(year));
  }

  private long opened(Map<String, String> wish) {
    var answer = people.send(office, "/reviews/new", "/reviews", wish);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    long round = Long.parseLong(answer.location().replaceFirst(".*/", ""));
    await(() -> stage(round) == Stage.OPEN);
    return round;
  }

  private Map<String, String> wish(int year) {
    return Map.of(
        "title",
        ReviewPeople.POOL,
        "year",
        "" + year,
        "asOf",
        people.today().minusDays(year == yesterday().getYear() ? 1 : 2).toString(),
        "opinionsDue",
        people.today().plusDays(7).toString(),
        "decisionsDue",
        people.today().plusDays(14).toString());
  }

  private long member(long round, Company company) {
    return members
        .list(round, new MemberQuery(null, null, null), new Scope.Single(company.id()), 1, 0)
        .getFirst()
        .id();
  }

  private void decide(long member, String decision, String reason) {
    decide(member, Map.of("decision", decision, "reason", reason));
  }

  private void decide(long member, Map<String, String> fields) {
    String page = "/review-members/" + member;
    people.act(office, page, page + "/decision", fields);
  }

  private Door.Answer close(long round) {
    return close(round, people.today());
  }

  private Door.Answer close(long round, LocalDate effective) {
    String page = "/reviews/" + round;
    return people.send(
        office,
        page,
        page + "/closing",
        Map.of("document", "试验公告1号", "effectiveOn", effective.toString()));
  }

  // Rounds are about yesterday, so that today is a day after it.
  private LocalDate yesterday() {
    return people.today().minusDays(1);
  }

  private void closed(long round) {
    closed(round, people.today());
  }

  private void closed(long round, LocalDate effective) {
    var answer = close(round, effective);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    await(() -> stage(round) == Stage.CLOSED);
  }

  private void supplement(long round, long member, String kind, String decision, String reason) {
    var answer = supplementing(round, member, kind, decision, reason);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private Door.Answer supplementing(
      long round, long member, String kind, String decision, String reason) {
    String page = "/reviews/" + round + "/supplements";
    return people.send(
        office,
        page + "/new?member=" + member,
        page,
        Map.of(
            "kind",
            kind,
            "document",
            "试验补充决定",
            "effectiveOn",
            people.today().toString(),
            "reason",
            reason,
            "member",
            "" + member,
            "decision-" + member,
            decision,
            "reason-" + member,
            reason));
  }

  private Ruling ruling(long member) {
    return rulings.find(member).orElseThrow();
  }

  private Stage stage(long round) {
    return rounds.findById(round).orElseThrow().stage();
  }

  private String main(String session, String path) {
    var answer = door.page(path, session);
    assertThat(answer.code()).as(path).isEqualTo(200);
    var main = answer.page().select("main");
    // What differs from visit to visit, not from state to state.
    main.select("[name=csrfToken]").remove();
    main.select("[role=status]").remove();
    return main.html();
  }

  private static void await(BooleanSupplier settled) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!settled.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never comes to an end").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
