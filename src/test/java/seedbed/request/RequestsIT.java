package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.criteria.RequestRules;
import seedbed.evidence.Postman;
import seedbed.evidence.Postman.Attached;
import seedbed.signin.Door;

/// A request from its first word to the company's last.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("企业诉求")
final class RequestsIT {

  private static final Map<String, String> WISH =
      Map.of("kind", "land", "subject", "扩建用地", "wanted", "需要十五亩");

  @Inject RequestPeople people;
  @Inject GivenRequests given;
  @Inject Entries entries;
  @Inject Attachments attachments;
  @Inject Requests requests;
  @Inject RequestDuties duties;
  @Inject Silences silences;
  @Inject RequestRules rules;
  @Inject Postman postman;
  @Inject Door door;
  @Inject Clock clock;

  private @Nullable Company known;
  private String owner = "";
  private String office = "";
  private LocalDate today = LocalDate.EPOCH;

  @BeforeEach
  void settle() {
    people.settle();
    today = LocalDate.now(clock);
    known = people.company();
    owner = people.owner(company());
    office = people.person(Role.OFFICE, RequestPeople.COUNTY);
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private List<Move> moves(long id) {
    return entries.findByRequestIdOrderByIdDesc(id).reversed().stream().map(Entry::move).toList();
  }

  @Test
  @DisplayName("提出、分办、答复、满意，一步一条记录")
  void aRequestGoesItsWay() {
    long id = people.raise(owner, WISH).id();
    people.act(office, id, "/routing", Map.of("unit", "自然资源局", "day", "" + today.plusDays(9)));
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    people.act(land, id, "/answer", Map.of("words", "已纳入供地计划"));

    people.act(owner, id, "/agreement", Map.of("satisfaction", "5", "words", "谢谢"));

    Request closed = given.find(id);
    assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
    assertThat(closed.closing()).isEqualTo(Request.Closing.AGREED);
    assertThat(closed.satisfaction()).isEqualTo(5);
    assertThat(moves(id)).containsExactly(Move.RAISE, Move.ROUTE, Move.ANSWER, Move.AGREE);
    assertThat(door.page("/requests/" + id, land).page().select("main").text())
        .contains("已纳入供地计划", "谢谢", "非常满意");
    assertThat(
            door.page("/companies/" + company().id() + "/dossier", office)
                .page()
                .select("#history tbody tr")
                .eachText())
        .anyMatch(line -> line.contains("企业诉求 “扩建用地”：提出诉求"))
        .anyMatch(line -> line.contains("企业诉求 “扩建用地”：企业确认，办结"));
  }

  @Test
  @DisplayName("有默认单位的类别直接交办，培育办仍可改派")
  void someKindsGoAtOnce() {
    Map<String, String> wish = new HashMap<>(WISH);
    wish.put("kind", "labour");

    long id = people.raise(owner, wish).id();

    assertThat(given.find(id).unit()).isEqualTo("人社局");
    assertThat(given.find(id).dueOn()).isEqualTo(today.plusDays(10));
    people.act(office, id, "/routing", Map.of("unit", "工信局", "words", "涉及技术改造"));
    assertThat(given.find(id).unit()).isEqualTo("工信局");
  }

  @Test
  @DisplayName("填错的留在页面上，逐项说明；没有的企业、别家的企业不受理")
  void whatIsMissingIsNamedAndKept() {
    var refused = people.raise(owner, Map.of("subject", "扩建用地"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a").eachAttr("href"))
        .containsExactly("#kind", "#wanted");
    assertThat(refused.page().select("#subject").attr("value")).isEqualTo("扩建用地");
    String township = people.person(Role.TOWNSHIP, RequestPeople.OTHER_TOWN);
    Map<String, String> other = new HashMap<>(WISH);
    other.put("company", "" + company().id());
    assertThat(people.raise(township, other).code()).isEqualTo(422);
    Map<String, String> foreign = new HashMap<>(WISH);
    foreign.put("company", "" + people.company().id());
    long id = people.raise(owner, foreign).id();
    assertThat(given.find(id).companyId()).isEqualTo(company().id());
  }

  @Test
  @DisplayName("领导替挂钩企业提的，企业自己看得到；系统已有的不再询问")
  void aLeaderRaisesForTheCompany() {
    String leader = people.leader(company());
    var form = door.page("/requests/new?company=" + company().id(), leader).page();
    assertThat(form.select("main").text()).contains(company().name());
    assertThat(form.expectFirst("input[type=file]").closest("[data-upload-megabytes=20]"))
        .as("the browser is told how much it may send")
        .isNotNull();
    assertThat(form.select("input[type=text][name=company]")).isEmpty();
    Map<String, String> wish = new HashMap<>(WISH);
    wish.put("company", "" + company().id());

    long id = people.raise(leader, wish).id();

    assertThat(door.page("/requests", owner).page().select("tbody").text()).contains("扩建用地");
    assertThat(door.page("/requests/" + id, owner).page().select("main").text()).contains("挂钩领导");
  }

  @Test
  @DisplayName("部门只看本单位办理过的；别镇、别县、别家、检查人员看不到")
  void peopleSeeWhatIsTheirs() {
    long id = given.handled(company().id(), "自然资源局");
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    String page = "/requests/" + id;

    assertThat(door.page(page, land).code()).isEqualTo(200);
    for (String stranger :
        List.of(
            people.department("科技局", RequestPeople.COUNTY),
            people.department("自然资源局", RequestPeople.OTHER_COUNTY),
            people.person(Role.TOWNSHIP, RequestPeople.OTHER_TOWN),
            people.person(Role.OFFICE, RequestPeople.OTHER_COUNTY),
            people.owner(people.company()),
            people.leader(people.company()))) {
      assertThat(door.page(page, stranger).code()).isEqualTo(404);
      assertThat(door.page("/requests", stranger).body()).doesNotContain(page + "\"");
    }
    assertThat(door.page("/requests", people.person(Role.INSPECTOR, RequestPeople.COUNTY)).code())
        .isEqualTo(404);
    people.act(land, id, "/transfer", Map.of("unit", "科技局", "words", "属于科技项目"));
    assertThat(door.page(page, land).code()).as("it had it").isEqualTo(200);
    assertThat(door.page(page, people.department("科技局", RequestPeople.COUNTY)).code())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("转出去的不再由本单位答复，只有企业能确认")
  void onlyWhoHasItAnswers() {
    long id = given.handled(company().id(), "自然资源局");
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    people.act(land, id, "/transfer", Map.of("unit", "科技局", "words", "属于科技项目"));

    var late = people.send(land, id, "/answer", Map.of("words", "已办"));

    // The page has no form for it any more, so that the version is missing too.
    assertThat(late.code()).isIn(409, 422);
    assertThat(given.find(id).stage()).isEqualTo(Stage.HANDLING);
    assertThat(people.send(office, id, "/answer", Map.of("words", "已办")).code()).isEqualTo(409);
    assertThat(people.send(office, id, "/agreement", Map.of("satisfaction", "5")).code())
        .isEqualTo(403);
    assertThat(people.send(owner, id, "/routing", Map.of("unit", "科技局")).code()).isEqualTo(403);
  }

  @Test
  @DisplayName("转办、延期各有次数；承诺日期已过的不能转办和延期，答复后仍记逾期")
  void handingOnAndPuttingOffHaveLimits() {
    long id = given.handled(company().id(), "自然资源局");
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    LocalDate due = Objects.requireNonNull(given.find(id).dueOn());

    assertThat(
            people
                .send(land, id, "/extension", Map.of("day", "" + due.plusDays(16), "words", "论证"))
                .code())
        .isEqualTo(422);
    people.act(land, id, "/extension", Map.of("day", "" + due.plusDays(15), "words", "论证"));
    assertThat(given.find(id).dueOn()).isEqualTo(due.plusDays(15));
    assertThat(
            people
                .send(land, id, "/extension", Map.of("day", "" + due.plusDays(20), "words", "再论证"))
                .body())
        .contains("已延期 1 次");
    given.promise(id, today.minusDays(1));
    assertThat(people.send(land, id, "/transfer", Map.of("unit", "科技局", "words", "不属本单位")).body())
        .contains("承诺日期");
    people.act(land, id, "/answer", Map.of("words", "已办"));
    assertThat(given.find(id).late()).isTrue();
  }

  @Test
  @DisplayName("两人同时答复，后一个看到前一个的答复，自己写的还在")
  void ofTwoAnswersTheSecondIsShownTheFirst() {
    long id = given.handled(company().id(), "自然资源局");
    String first = people.department("自然资源局", RequestPeople.COUNTY);
    String second = people.department("自然资源局", RequestPeople.COUNTY);
    String seen =
        door.page("/requests/" + id, second).page().select("[name=version]").attr("value");
    people.act(first, id, "/answer", Map.of("words", "先办好了"));

    var conflict = people.send(second, id, "/answer", Map.of("version", seen, "words", "后写的答复"));

    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("main").text()).contains("先办好了", "后写的答复");
    assertThat(moves(id)).containsExactly(Move.RAISE, Move.ROUTE, Move.ANSWER);
  }

  @Test
  @DisplayName("撤回和答复同一时刻发生，只有一个成")
  void ofAnAnswerAndAWithdrawalAtOnceOneIsMade() throws Exception {
    long id = given.handled(company().id(), "自然资源局");
    String land = people.department("自然资源局", RequestPeople.COUNTY);

    List<Integer> codes =
        atOnce(
            () -> people.send(land, id, "/answer", Map.of("words", "已办")).code(),
            () -> people.send(owner, id, "/withdrawal", Map.of("words", "不用了")).code());

    // Whoever looks after the other has answered finds no form to send.
    assertThat(codes)
        .containsOnlyOnce(303)
        .allMatch(code -> code == 303 || code == 409 || code == 422);
    assertThat(moves(id)).hasSize(3);
  }

  private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(List.of(one, other)).stream().map(Future::resultNow).toList();
    }
  }

  @Test
  @DisplayName("不同意的重新办理并记次数；办结后限期内可以重新办理")
  void theCompanyOpensItAgain() {
    long id = given.answered(company().id(), "自然资源局", today);

    assertThat(people.send(owner, id, "/objection", Map.of()).code()).isEqualTo(422);
    people.act(owner, id, "/objection", Map.of("words", "面积不够"));
    assertThat(given.find(id).stage()).isEqualTo(Stage.HANDLING);
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    people.act(land, id, "/answer", Map.of("words", "增加五亩"));
    assertThat(people.send(owner, id, "/agreement", Map.of("satisfaction", "6")).code())
        .isEqualTo(422);
    assertThat(people.send(owner, id, "/agreement", Map.of("satisfaction", "2")))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo(422))
        .satisfies(answer -> assertThat(answer.body()).contains("请写明哪里不满意"));
    people.act(owner, id, "/agreement", Map.of("satisfaction", "4"));
    people.act(owner, id, "/reopening", Map.of("words", "红线变了"));

    assertThat(given.find(id).reopened()).isEqualTo(2);
    assertThat(given.find(id).closing()).isNull();
    assertThat(moves(id).getLast()).isEqualTo(Move.REOPEN);
  }

  @Test
  @DisplayName("附件逐个检查：有一个不收，一个也不存；收下的按原样取回")
  void filesAreExamined() {
    var refused =
        people.raise(
            owner,
            WISH,
            new Attached("file1", "说明.txt", "位置图".getBytes(StandardCharsets.UTF_8)),
            new Attached("file2", "红线图.pdf", "MZ没有这种PDF".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a").eachAttr("href")).containsExactly("#file2");
    assertThat(refused.page().select("#wanted").text()).isEqualTo("需要十五亩");

    long id =
        people
            .raise(
                owner,
                WISH,
                new Attached("file1", "", new byte[0]),
                new Attached("file2", "说明.txt", "位置图".getBytes(StandardCharsets.UTF_8)))
            .id();
    people.act(
        office,
        id,
        "/supplements",
        Map.of(),
        new Attached("file1", "规划.txt", "规划".getBytes(StandardCharsets.UTF_8)));

    assertThat(attachments.of(id))
        .extracting(Attachments.Stored::name)
        .containsExactly("说明.txt", "规划.txt");
    var file = postman.fetch("/requests/" + id + "/files/1", office);
    assertThat(new String(file.body(), StandardCharsets.UTF_8)).isEqualTo("位置图");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(postman.fetch("/requests/" + id + "/files/3", office).statusCode()).isEqualTo(404);
    String stranger = people.owner(people.company());
    assertThat(postman.fetch("/requests/" + id + "/files/1", stranger).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("没有反馈的到期视为同意：两处同时执行，每件只办结一次，没到期的不动")
  void silenceEndsEachOnce() throws Exception {
    List<Long> silent =
        Stream.generate(() -> given.answered(company().id(), "自然资源局", today.minusDays(11)))
            .limit(12)
            .toList();
    long waiting = given.answered(company().id(), "自然资源局", today.minusDays(10));

    List<Integer> closed = atOnce(() -> silences.close(today), () -> silences.close(today));

    assertThat(closed.stream().mapToInt(Integer::intValue).sum())
        .isGreaterThanOrEqualTo(silent.size());
    assertThat(silent)
        .allSatisfy(id -> {
          assertThat(given.find(id).closing()).isEqualTo(Request.Closing.SILENT);
          assertThat(moves(id)).containsExactly(Move.RAISE, Move.ROUTE, Move.ANSWER, Move.SILENCE);
        });
    assertThat(given.find(waiting).stage()).isEqualTo(Stage.ANSWERED);
    assertThat(silences.close(today)).isZero();
    assertThat(door.page("/requests/" + silent.getFirst(), owner).page().select(".head").text())
        .contains("逾期未反馈视为同意");
  }

  @Test
  @DisplayName("逾期和升级各处说的一样：列表、筛选、首页")
  void latenessIsSaidEverywhere() {
    long id = given.handled(company().id(), "自然资源局", today.minusDays(28));

    var list = door.page("/requests?show=escalated&q=" + company().name(), office).page();
    assertThat(list.select("tbody tr").text()).contains("逾期 8 天", "已升级至培育办");
    assertThat(door.page("/requests/" + id, owner).page().select(".head").text())
        .contains("已逾期 8 天");
    assertThat(duties.of(company().id())).isEqualTo(new RequestDuties.Waiting(0, 1, 1, 1, 0));
    assertThat(door.page("/companies/" + company().id(), owner).page().select(".agenda").text())
        .contains("1 件诉求正在办理", "1 件已过承诺期限");
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    assertThat(door.page("/confirmations", land).page().select(".notice").text())
        .contains("待答复", "已过承诺期限");
    given.promise(id, today.minusDays(1));
    assertThat(
            door.page("/requests?show=escalated&q=" + company().name(), office)
                .page()
                .select("tbody tr")
                .text())
        .contains("逾期 1 天", "已升级至责任部门主要负责人");
    assertThat(duties.of(company().id())).isEqualTo(new RequestDuties.Waiting(0, 1, 1, 0, 0));
    long raised = given.raised(company().id(), today.minusDays(9));
    assertThat(
            door.page("/requests?show=at-office&q=" + company().name(), office)
                .page()
                .select("tbody a.opens")
                .eachAttr("href"))
        .containsExactly("/requests/" + raised);
  }

  @Test
  @DisplayName("统计的每个数点开是同样多的诉求，Excel 也一样")
  void everyNumberLeadsToItsList() {
    String somewhere = people.leader(company());
    given.handled(company().id(), "自然资源局", today.minusDays(25));
    long answered = given.answered(company().id(), "科技局", today.minusDays(3));
    people.act(owner, answered, "/agreement", Map.of("satisfaction", "4"));
    given.raised(company().id(), today);

    String period = "from=" + today.minusDays(40) + "&until=" + today;
    var page = door.page("/requests/statistics?" + period, somewhere).page();

    assertThat(page.expectFirst("tfoot tr").select("td").eachText())
        .containsExactly("3", "1", "1", "50.0%", "2", "1", "1", "0", "0", "4");
    // Means lead to a list too, but do not count it.
    for (var link : page.select("tbody td a:not([href*='show=rated'])")) {
      String said = link.text();
      if (said.matches("[0-9]+")) {
        var list = door.page(link.attr("href"), somewhere).page();
        assertThat(list.select("tbody tr")).as(link.attr("href")).hasSize(Integer.parseInt(said));
      }
    }
    assertThat(postman.fetch("/requests/statistics/export.xlsx?" + period, somewhere).statusCode())
        .isEqualTo(200);
    assertThat(postman.fetch("/requests.xlsx?show=closed", somewhere).statusCode()).isEqualTo(200);
    assertThat(door.page("/requests/statistics?from=2026-02-01&until=2026-01-01", office).code())
        .isEqualTo(422);
  }

  @Test
  @DisplayName("改派要换单位、写理由，承诺日期不变；逾期的须写新日期，改派前的逾期记在原单位名下")
  void whatLapsedStaysWithWhoLetItLapse() {
    String leader = people.leader(company());
    long id = given.handled(company().id(), "财政局", today.minusDays(16));
    LocalDate due = Objects.requireNonNull(given.find(id).dueOn());
    String page = "/routing";
    given.promise(id, today.plusDays(3));
    assertThat(people.send(office, id, page, Map.of("unit", "财政局", "words", "再办")).code())
        .isEqualTo(422);
    assertThat(people.send(office, id, page, Map.of("unit", "科技局")).code()).isEqualTo(422);
    people.act(office, id, page, Map.of("unit", "税务局", "day", "", "words", "属于税费"));
    assertThat(given.find(id).dueOn()).isEqualTo(today.plusDays(3)).isNotEqualTo(due);

    given.promise(id, today.minusDays(1));
    assertThat(people.send(office, id, page, Map.of("unit", "科技局", "day", "", "words", "改")).body())
        .contains("请写明新的承诺日期");
    people.act(
        office, id, page, Map.of("unit", "科技局", "day", "" + today.plusDays(5), "words", "属于科技项目"));

    String period = "from=" + today.minusDays(40) + "&until=" + today;
    var shown = door.page("/requests/statistics?" + period, leader).page();
    assertThat(late(shown, "税务局")).isEqualTo("1");
    assertThat(late(shown, "科技局")).isEqualTo("0");
    var list = door.page("/requests?unit=税务局&show=late&" + period, leader).page();
    assertThat(list.select("tbody tr")).hasSize(1);
    assertThat(
            door.page("/requests?unit=科技局&show=late&" + period, leader).page().select("tbody tr"))
        .isEmpty();
    Scope own = new Scope.Single(company().id());
    assertThat(requests.counts(own, today.minusDays(40), today, today).late()).isOne();
  }

  @Test
  @DisplayName("分办时更正类别：记录新旧类别，统计按更正后的，承诺日期按更正后的类别")
  void aWrongKindIsPutRightWithTheRouting() {
    long id = people.raise(owner, WISH).id();

    people.act(office, id, "/routing", Map.of("unit", "供电公司", "kind", "power", "day", ""));

    assertThat(given.find(id).kind()).isEqualTo("power");
    assertThat(given.find(id).dueOn()).isEqualTo(today.plusDays(10));
    assertThat(entries.findByRequestIdOrderByIdDesc(id).getFirst())
        .extracting(Entry::wasKind, Entry::kind)
        .containsExactly("land", "power");
    assertThat(door.page("/requests/" + id, owner).page().select(".course").text())
        .contains("类别由“用地厂房”更正为“用电用能”");
    assertThat(door.page("/inbox", owner).body()).contains("诉求类别由“用地厂房”更正为“用电用能”");
    String somewhere = people.leader(company());
    var shown =
        door.page("/requests/statistics?from=" + today + "&until=" + today, somewhere).page();
    assertThat(shown.select("tbody tr:contains(用电用能)")).hasSize(1);
    assertThat(shown.select("tbody tr:contains(用地厂房)")).isEmpty();
    Scope own = new Scope.Single(company().id());
    assertThat(requests.of(company().id(), own, today))
        .extracting(Requests.Line::kind)
        .containsExactly("用电用能");
    assertThat(people.send(office, id, "/routing", Map.of("unit", "科技局", "kind", "没有")).code())
        .isEqualTo(422);
  }

  @Test
  @DisplayName("转办可以更正类别，承诺日期不变；只更正类别的仍由原单位办理，日期、次数和逾期都不变")
  void aWrongKindIsPutRightLater() {
    long id = given.handled(company().id(), "自然资源局");
    LocalDate due = Objects.requireNonNull(given.find(id).dueOn());
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    people.act(land, id, "/transfer", Map.of("unit", "财政局", "kind", "funding", "words", "属于融资"));
    assertThat(given.find(id)).extracting(Request::kind, Request::dueOn).contains("funding", due);

    given.promise(id, today.minusDays(1));
    Map<String, String> only = Map.of("unit", "财政局", "kind", "tax", "day", "", "words", "属于退税");
    Map<String, String> later = new HashMap<>(only);
    later.put("day", "" + today.plusDays(5));
    assertThat(people.send(office, id, "/routing", later).code()).isEqualTo(422);
    people.act(office, id, "/routing", only);

    assertThat(given.find(id))
        .extracting(Request::kind, Request::dueOn, Request::unit, Request::transfers)
        .containsExactly("tax", today.minusDays(1), "财政局", 1);
    assertThat(moves(id)).endsWith(Move.TRANSFER, Move.RECLASSIFY);
    String seen =
        door.page("/requests/" + id, office).page().select("[name=version]").attr("value");
    people.act(
        office,
        id,
        "/routing",
        Map.of("unit", "财政局", "kind", "market", "day", "", "words", "属于市场"));
    Map<String, String> overtaken = new HashMap<>(only);
    overtaken.put("version", seen);
    var conflict = people.send(office, id, "/routing", overtaken);
    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("main").text()).contains("选择的类别：税费政策");
    assertThat(given.find(id).kind()).isEqualTo("market");
  }

  @Test
  @DisplayName("两县同名的单位在市里分列，各点开各的")
  void unitsOfOneNameInTwoCountiesAreTwoUnits() {
    given.handled(company().id(), "商务局", today);
    String above = people.person(Role.OFFICE, "2001");

    var page = door.page("/requests/statistics?from=" + today + "&until=" + today, above).page();

    var row = page.expectFirst("tbody tr:contains(商务局（诉求" + RequestPeople.COUNTY + "）)");
    assertThat(row.expectFirst("a").attr("href")).contains("town=" + RequestPeople.COUNTY);
    assertThat(page.select("tbody tr:contains(商务局（诉求" + RequestPeople.OTHER_COUNTY + "）)"))
        .isEmpty();
  }

  private static String late(Document page, String unit) {
    return page.expectFirst("tbody tr:contains(" + unit + ")").select("td").get(2).text();
  }

  @Test
  @DisplayName("别的功能读得到：企业的诉求、一段时间的数，按当日所知")
  void otherFeaturesRead() {
    Scope own = new Scope.Single(company().id());
    given.handled(company().id(), "自然资源局", today.minusDays(25));
    long answered = given.answered(company().id(), "科技局", today.minusDays(3));
    people.act(owner, answered, "/agreement", Map.of("satisfaction", "4"));

    assertThat(requests.of(company().id(), own))
        .extracting(Requests.Line::open)
        .containsExactly(true, false);
    assertThat(requests.of(company().id(), new Scope.Nothing())).isEmpty();
    var now = requests.counts(own, today.minusDays(30), today, today);
    assertThat(List.of(now.raised(), now.closed(), now.late(), now.open()))
        .containsExactly(2L, 1L, 1L, 1L);
    assertThat(now.satisfaction()).isEqualByComparingTo("4");
    LocalDate before = today.minusDays(10);
    var then = requests.counts(own, today.minusDays(30), today, before);
    assertThat(List.of(then.raised(), then.closed(), then.late(), then.open()))
        .containsExactly(1L, 0L, 0L, 1L);
    assertThat(then.satisfaction()).isNull();
  }

  @Test
  @DisplayName("回看某日：当日以前提出的，当日所处的环节和办理部门")
  void aPastDayHasTheRequestsOfThatDay() {
    Scope own = new Scope.Single(company().id());
    long closed = given.closed(company().id(), "科技局", today.minusDays(20));
    long handled = given.handled(company().id(), "自然资源局", today.minusDays(10));
    people.act(
        owner,
        given.answered(company().id(), "科技局", today),
        "/agreement",
        Map.of("satisfaction", "5"));
    given.promise(handled, today.minusDays(1));
    String then = rules.label(given.find(handled).kind());
    people.act(
        office, handled, "/routing", Map.of("unit", "自然资源局", "kind", "power", "words", "属于用电"));

    assertThat(requests.of(company().id(), own, today.minusDays(21))).isEmpty();
    assertThat(requests.of(company().id(), own, today.minusDays(15)))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.id()).isEqualTo(closed);
          assertThat(line.open()).isFalse();
        });
    assertThat(requests.of(company().id(), own, today.minusDays(5)))
        .extracting(Requests.Line::id, Requests.Line::open, Requests.Line::owner)
        .startsWith(tuple(handled, true, "自然资源局"))
        .hasSize(2);
    assertThat(requests.of(company().id(), own, today.minusDays(5)).getFirst().kind())
        .isEqualTo(then)
        .isNotEqualTo("用电用能");
    assertThat(requests.of(company().id(), own, today)).hasSize(3);
    assertThat(requests.of(company().id(), new Scope.Nothing(), today.minusDays(5))).isEmpty();
  }
}
