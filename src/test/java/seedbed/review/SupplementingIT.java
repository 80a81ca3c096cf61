package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.signin.Door;

/// What is decided about a closed round.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("动态管理补充决定")
final class SupplementingIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;
  @Inject Standing standing;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("整改复查不过的以补充决定调出，更正的恢复在库，原结果不变")
  void whatComesAfterIsASupplement() {
    long round = county.opened();
    long member = county.member(round, county.first);
    county.decide(
        member,
        Map.of(
            "decision",
            "rectify",
            "rectifyUntil",
            people.today().plusDays(30).toString(),
            "reason",
            "补齐研发投入"));
    county.decide(county.member(round, county.second), "keep", "继续培育");
    county.closed(round);
    String list = published(round);

    county.supplement(round, member, "recheck", "remove", "复查仍不满足");
    assertThat(standing.now(member)).isEqualTo(Decision.REMOVE);
    assertThat(people.places(county.first).getLast().heldTo()).isEqualTo(people.today());

    county.supplement(round, member, "correction", "keep", "复查材料有误，予以更正");
    assertThat(standing.now(member)).isEqualTo(Decision.KEEP);
    assertThat(people.places(county.first)).hasSize(2);
    assertThat(people.places(county.first).getLast().heldTo()).isNull();
    assertThat(published(round)).isEqualTo(list);
    String company = county.first.name();
    assertThat(
            Jsoup.parse(county.main("/reviews/" + round + "/list")).select("#supplemented").text())
        .contains("公布后有补充决定", company + "：由“限期整改”改为调出", company + "：由“调出”改为保留");
    assertThat(Jsoup.parse(county.main("/reviews/" + round)).text())
        .contains(company + "：由“限期整改”改为调出", company + "：由“调出”改为保留");
    assertThat(county.main("/review-members/" + member)).contains("整改复查", "更正", "动管补档〔");
  }

  /// The list itself.
  private String published(long round) {
    return Jsoup.parse(county.main("/reviews/" + round + "/list")).select("table").html();
  }

  @Test
  @DisplayName("复查只用于限期整改的企业")
  void aRecheckIsOnlyForThoseWhoHadToPutSomethingRight() {
    long round = county.opened();
    long member = county.member(round, county.first);
    county.decide(member, "keep", "继续培育");
    county.decide(county.member(round, county.second), "keep", "继续培育");
    county.closed(round);

    var refused = county.supplementing(round, member, "recheck", "remove", "停产");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("现在的决定是“保留”");
  }

  @Test
  @DisplayName("打开页面以后别人已作补充决定的，不登记，写明现在的决定")
  void whoeverIsOvertakenIsToldWhatHoldsNow() {
    long round = county.opened();
    county.keepBoth(round);
    county.closed(round);
    long member = county.member(round, county.first);
    String seen = county.seen(round, member);
    county.supplement(round, member, "correction", "remove", "停产");

    var late = county.supplementing(round, member, seen, "correction", "remove", "另有违法");

    assertThat(late.code()).isEqualTo(422);
    assertThat(late.page().select("tr.wrong .problem").text()).contains("已由“保留”变为“调出”");
    assertThat(late.page().select("#reason-" + member).val()).isEqualTo("另有违法");
    assertThat(standing.now(member)).isEqualTo(Decision.REMOVE);
  }

  @Test
  @DisplayName("补充决定只能对本轮名单中的企业作出")
  void membersElsewhereAreNotDecidedAnew() {
    long last = county.opened(county.wish(county.yesterday().getYear() - 1));
    long lastMember = county.member(last, county.first);
    county.keepBoth(last);
    county.closed(last, county.yesterday());
    long round = county.opened();
    county.keepBoth(round);
    county.closed(round);
    County other = counties.settle();
    long otherRound = other.opened();
    long otherMember = other.member(otherRound, other.first);
    other.keepBoth(otherRound);
    other.closed(otherRound);

    for (long member : List.of(lastMember, otherMember)) {
      assertThat(county.supplementing(round, member, "correction", "remove", "夹带").code())
          .isEqualTo(404);
      assertThat(
              door.page("/reviews/" + round + "/supplements/new?member=" + member, county.office)
                  .code())
          .isEqualTo(404);
      assertThat(standing.now(member)).isEqualTo(Decision.KEEP);
    }
    assertThat(county.supplementing(otherRound, otherMember, "correction", "remove", "夹带").code())
        .isEqualTo(404);
    assertThat(people.places(county.first).getLast().heldTo()).isNull();
    assertThat(people.places(other.first).getLast().heldTo()).isNull();
  }
}
