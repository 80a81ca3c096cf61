package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.signin.Door;

/// What the office decides of members, one by one and many at once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("动态管理的决定")
final class DecidingIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("两人同时办理，后者看到前者的内容再选择")
  void theSecondOfTwoDecidersSeesBoth() {
    long member = county.member(county.opened(), county.first);
    String page = "/review-members/" + member;
    String version = door.page(page, county.office).page().select("[name=version]").attr("value");
    county.decide(member, "keep", "继续培育");

    var late =
        people.send(
            county.office,
            page,
            page + "/decision",
            Map.of("version", version, "decision", "remove", "reason", "停产"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("main").text()).contains("继续培育", "停产", "保留", "调出");
    assertThat(county.ruling(member).decision()).isEqualTo(Decision.KEEP);
    var chosen =
        door.form(
            page + "/decision",
            county.office,
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
    assertThat(county.ruling(member).decision()).isEqualTo(Decision.REMOVE);
  }

  @Test
  @DisplayName("页面写办理人的姓名和身份，不写登录名")
  void pagesNamePeopleAndNotTheirAccounts() {
    long round = county.opened();
    long member = county.member(round, county.first);
    county.decide(member, "keep", "继续培育");

    for (String page : List.of("/reviews/" + round, "/review-members/" + member)) {
      assertThat(county.main(page)).contains("培育办（试验）").doesNotContainPattern("（r[0-9a-f-]{12}）");
    }
  }

  @Test
  @DisplayName("成批决定只登记还没有决定的，逐家留下记录")
  void manyAreDecidedAtOnceAndTheDecidedStay() {
    long round = county.opened();
    county.decide(county.member(round, county.first), "remove", "停产");

    people.act(
        county.office,
        "/reviews/" + round,
        "/reviews/" + round + "/decisions",
        Map.of("whole", "whole", "decision", "keep", "reason", "继续培育", "doubts", "all"));

    assertThat(county.ruling(county.member(round, county.first)).decision())
        .isEqualTo(Decision.REMOVE);
    assertThat(county.ruling(county.member(round, county.second)).decision())
        .isEqualTo(Decision.KEEP);
    assertThat(county.main("/review-members/" + county.member(round, county.second)))
        .contains("决定：保留");
  }

  @Test
  @DisplayName("有企业需要核对的，成批决定先列出家数，核对后可以只登记没有疑点的")
  void whatSpeaksAgainstADecisionIsShownBeforeItIsMade() {
    long round = county.opened();
    long first = county.member(round, county.first);
    long second = county.member(round, county.second);
    advise(first, "rectify");
    Map<String, String> wish =
        Map.of(
            "whole",
            "whole",
            "decision",
            "rectify",
            "reason",
            "补齐研发投入",
            "rectifyUntil",
            "2099-01-01");

    var shown =
        people.send(county.office, "/reviews/" + round, "/reviews/" + round + "/decisions", wish);

    assertThat(shown.code()).isEqualTo(200);
    assertThat(shown.page().select("tbody tr").eachText()).contains("镇（街道）还没有提出意见，期限未到 1 家");
    assertThat(shown.page().select("a:contains(不登记)").attr("href")).startsWith("/reviews/" + round);
    assertThat(county.ruling(first).decision()).isNull();

    Map<String, String> again = new HashMap<>(wish);
    again.put("csrfToken", shown.formToken());
    again.put("doubts", shown.page().select("button[name=doubts].first").val());
    again.put("open", shown.page().select("[name=open]").val());
    again.put("clear", "9");
    var changed = door.form("/reviews/" + round + "/decisions", county.office, again);
    assertThat(changed.code()).as("what was shown is no longer so").isEqualTo(200);
    assertThat(county.ruling(first).decision()).isNull();

    again.put("csrfToken", changed.formToken());
    again.put("clear", changed.page().select("[name=clear]").val());
    var made = door.form("/reviews/" + round + "/decisions", county.office, again);

    assertThat(made.code()).as(made.body()).isEqualTo(303);
    assertThat(county.ruling(first).decision()).isEqualTo(Decision.RECTIFY);
    assertThat(county.ruling(second).decision()).isNull();
  }

  @Test
  @DisplayName("成批推荐先列出推荐谁、谁不在其中和原因，确认后只登记所列的")
  void recommendationsAreShownBeforeTheyAreMade() {
    long round = county.opened();
    long first = county.member(round, county.first);
    advise(first, "recommend");
    Map<String, String> wish = Map.of("whole", "whole", "decision", "recommend", "reason", "成长性好");

    var shown =
        people.send(county.office, "/reviews/" + round, "/reviews/" + round + "/decisions", wish);

    assertThat(shown.code()).isEqualTo(200);
    assertThat(shown.page().select("[name=taken]").val()).isEqualTo("" + first);
    assertThat(shown.page().select("section.card tbody").text())
        .contains(county.second.name(), "镇（街道）还没有提出意见，期限 " + people.today().plusDays(7) + " 未到");
    assertThat(county.ruling(first).decision()).isNull();

    Map<String, String> again = new HashMap<>(wish);
    again.put("csrfToken", shown.formToken());
    again.put("taken", shown.page().select("[name=taken]").val());
    again.put("left", shown.page().select("[name=left]").val());
    var made = door.form("/reviews/" + round + "/decisions", county.office, again);

    assertThat(made.code()).as(made.body()).isEqualTo(303);
    assertThat(county.ruling(first).decision()).isEqualTo(Decision.RECOMMEND);
    assertThat(county.ruling(county.member(round, county.second)).decision()).isNull();
  }

  @Test
  @DisplayName("镇（街道）意见不是推荐的不成批推荐，直接提交名单也不登记")
  void nobodyIsRecommendedAgainstTheTownship() {
    long round = county.opened();
    long first = county.member(round, county.first);
    advise(first, "rectify");
    Map<String, String> wish = Map.of("whole", "whole", "decision", "recommend", "reason", "成长性好");

    var shown =
        people.send(county.office, "/reviews/" + round, "/reviews/" + round + "/decisions", wish);

    assertThat(shown.page().select("main").text()).contains("没有可以成批推荐的", "镇（街道）意见是“限期整改”：试验");
    assertThat(shown.page().select("[name=taken]")).isEmpty();
    Map<String, String> forced = new HashMap<>(wish);
    forced.put("taken", "" + first);
    people.act(county.office, "/reviews/" + round, "/reviews/" + round + "/decisions", forced);
    assertThat(county.ruling(first).decision()).isNull();
  }

  private void advise(long member, String opinion) {
    String page = "/review-members/" + member;
    people.act(county.township, page, page + "/opinion", Map.of("opinion", opinion, "note", "试验"));
  }

  @Test
  @DisplayName("限期整改要有期限，推荐要有称号")
  void decisionsSayWhatTheyNeed() {
    String page = "/review-members/" + county.member(county.opened(), county.first);

    var rectify =
        people.send(
            county.office,
            page,
            page + "/decision",
            Map.of("decision", "rectify", "reason", "补材料", "rectifyUntil", ""));
    var rise =
        people.send(
            county.office,
            page,
            page + "/decision",
            Map.of("decision", "recommend", "reason", "很好"));

    assertThat(rectify.page().select("#rectifyUntil-problem").text()).contains("整改期限");
    assertThat(rise.page().select("#upward-problem").text()).contains("推荐申报的称号");
  }

  @Test
  @DisplayName("再次打开时决定表单里是已登记的内容")
  void theFormBeginsWithWhatWasDecided() {
    String until = people.today().plusDays(40).toString();
    long member = county.member(county.opened(), county.first);
    county.decide(member, Map.of("decision", "rectify", "rectifyUntil", until, "reason", "补齐研发投入"));

    var form = door.page("/review-members/" + member, county.office).page();

    assertThat(form.select("#decision option[selected]").attr("value")).isEqualTo("rectify");
    assertThat(form.select("#rectifyUntil").attr("value")).isEqualTo(until);
    assertThat(form.select("#reason").attr("value")).isEqualTo("补齐研发投入");
  }

  @Test
  @DisplayName("第二页上填错了，回来仍是第二页，勾选还在，翻页不出错")
  void ticksOnTheSecondPageSurviveAMistake() {
    long round = county.opened();
    String page = "/reviews/" + round + "?page=2&size=1";
    var shown = door.page(page, county.office).page();
    String member = shown.select("[name=member]").attr("value");

    var wrong =
        county.sendMany(
            county.office,
            page,
            "/reviews/" + round + "/decisions",
            Map.of(
                "member", List.of(member),
                "decision", List.of("keep"),
                "reason", List.of(""),
                "page", List.of(shown.select("[name=page]").attr("value")),
                "size", List.of(shown.select("[name=size]").attr("value"))));

    assertThat(wrong.code()).isEqualTo(422);
    var again = wrong.page();
    assertThat(again.select("[name=member][checked]").eachAttr("value")).containsExactly(member);
    String first = again.select(".pager a[rel=prev]").attr("href");
    assertThat(door.page(first, county.office).code()).as(first).isEqualTo(200);
  }

  @Test
  @DisplayName("成批决定里夹带别的轮次、别的地区的企业，一家也不登记")
  void decisionsOnMembersElsewhereAreNotTaken() {
    long last = county.opened(county.wish(county.yesterday().getYear() - 1));
    long lastMember = county.member(last, county.first);
    county.keepBoth(last);
    county.closed(last, county.yesterday());
    long round = county.opened();
    County other = counties.settle();
    long otherMember = other.member(other.opened(), other.first);

    var answer =
        county.sendMany(
            county.office,
            "/reviews/" + round,
            "/reviews/" + round + "/decisions",
            Map.of(
                "member",
                    List.of(
                        "" + county.member(round, county.first), "" + lastMember, "" + otherMember),
                "decision", List.of("remove"),
                "reason", List.of("停产"),
                "doubts", List.of("all")));

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    assertThat(county.ruling(county.member(round, county.first)).decision())
        .isEqualTo(Decision.REMOVE);
    assertThat(county.ruling(county.member(round, county.second)).decision()).isNull();
    assertThat(county.ruling(lastMember).decision()).isEqualTo(Decision.KEEP);
    assertThat(county.ruling(otherMember).decision()).isNull();
  }
}
