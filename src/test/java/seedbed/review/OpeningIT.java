package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.figure.Period;
import seedbed.signin.Door;
import seedbed.startup.TestDatabase;

/// How a round begins: who takes part and what is frozen of them.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("建立动态管理")
final class OpeningIT {

  private static final AtomicInteger PREFECTURES = new AtomicInteger(50);
  private static final MemberQuery ALL = new MemberQuery(null, null, null);

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;
  @Inject Rounds rounds;
  @Inject VisibleMembers members;
  @Inject Opening opening;
  @Inject Works works;
  @Inject Clock clock;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("建立时冻结名单和判定，以后登记的数据不计入")
  void openingFreezesFiguresAndVerdicts() {
    long round = county.opened();
    long member = county.member(round, county.first);
    String before = county.main("/review-members/" + member);

    people.report(county.first, "revenue", Period.year(people.today().getYear() - 1), "98765");
    people.rename(county.first, "改名以后" + county.first.id());

    assertThat(county.main("/review-members/" + member))
        .isEqualTo(before)
        .contains(county.first.name());
    assertThat(county.main("/reviews/" + round)).contains("参加核实 <b>2</b> 家", county.first.name());
  }

  @Test
  @DisplayName("冻结的判定写明所用数据的来源")
  void aFrozenVerdictNamesItsSources() {
    people.report(county.first, "revenue", Period.year(people.today().getYear() - 1), "98765");

    Map<String, String> today = new HashMap<>(county.wish(county.yesterday().getYear()));
    today.put("asOf", people.today().toString());
    long member = county.member(county.opened(today), county.first);

    assertThat(county.main("/review-members/" + member)).contains("试验报表");
  }

  @Test
  @DisplayName("上一级不会是本培育库")
  void theTitleAboveIsNeverThePoolItself() {
    long round = county.opened();

    assertThat(members.list(round, new MemberQuery(null, null, null), new Scope.Whole(), 9, 0))
        .hasSize(2)
        .noneMatch(each -> ReviewPeople.POOL.equals(each.nextTitle()));
  }

  @Test
  @DisplayName("同一年度不重复建立，作废后可以重建")
  void aYearIsReviewedOnce() {
    long round = county.opened();

    var again =
        people.send(
            county.office, "/reviews/new", "/reviews", county.wish(county.yesterday().getYear()));
    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select("#errors").text()).contains("不能重复建立");
    people.act(
        county.office,
        "/reviews/" + round,
        "/reviews/" + round + "/cancellation",
        Map.of("cancelReason", "日期填错"));

    assertThat(county.stage(round)).isEqualTo(Stage.CANCELLED);
    assertThat(county.opened()).isNotEqualTo(round);
  }

  @Test
  @DisplayName("县和上级市的同一培育库不能同时核实，办结以后各管各的")
  void aCountyAndItsPrefectureDoNotReviewTheSamePoolAtOnce() {
    String code = "18%02d01".formatted(PREFECTURES.incrementAndGet());
    County below = counties.settle(code);
    String above = people.person(Role.OFFICE, code.substring(0, 4));
    long round = below.opened();

    var early =
        people.send(above, "/reviews/new", "/reviews", below.wish(below.yesterday().getYear()));
    assertThat(early.code()).isEqualTo(422);
    assertThat(early.page().select("#errors").text()).contains("没有办结（编号 " + round + "）");

    below.keepBoth(round);
    below.closed(round);
    var opened =
        people.send(above, "/reviews/new", "/reviews", below.wish(below.yesterday().getYear()));
    assertThat(opened.code()).as(opened.body()).isEqualTo(303);
    long wider = Long.parseLong(opened.location().replaceFirst(".*/", ""));
    County.await(() -> below.stage(wider) == Stage.OPEN);
    assertThat(rounds.findById(wider).orElseThrow().lastRound()).isNull();

    var beside =
        people.send(
            below.office, "/reviews/new", "/reviews", below.wish(below.yesterday().getYear() - 1));
    assertThat(beside.code()).isEqualTo(422);
    String member = "/review-members/" + below.member(wider, below.first);
    assertThat(below.main(member)).contains(below.first.name()).doesNotContain("登记决定");
    assertThat(
            people
                .send(
                    below.office,
                    "/reviews/" + round,
                    member + "/decision",
                    Map.of("version", "0", "decision", "keep", "reason", "不归本县决定"))
                .code())
        .isEqualTo(403);
    assertThat(door.page("/reviews/" + round + "/supplements/new", above).code()).isEqualTo(403);
    assertThat(door.page("/reviews/" + round, above).code()).isEqualTo(200);
  }

  @Test
  @DisplayName("建立中的进程没了，别的节点接着建；它再回来已写不进任何东西")
  void anotherNodeCompletesAnOpeningAndTheFirstCanWriteNothingMore() throws SQLException {
    LocalDate today = people.today();
    Round begun =
        opening.open(
            new Opening.Wish(
                ReviewPeople.POOL,
                county.yesterday().getYear(),
                county.yesterday(),
                today.plusDays(7),
                today.plusDays(14)),
            new Signature("试验", "培育办"),
            county.code,
            today,
            clock.instant());
    assertThat(works.takeOver(begun.id(), Work.Kind.OPENING)).isOne();
    assertThat(works.takeOver(begun.id(), Work.Kind.OPENING)).as("one node at a time").isZero();
    leaveBehind(begun.id());
    assertThat(county.main("/reviews/" + begun.id())).contains("建立中");
    assertThat(county.stage(begun.id())).isEqualTo(Stage.OPENING);

    silence(begun.id());
    assertThat(door.page("/reviews/" + begun.id(), county.office).code()).isEqualTo(200);
    County.await(() -> county.stage(begun.id()) == Stage.OPEN);

    assertThat(works.attempt(begun.id(), Work.Kind.OPENING)).isEqualTo(2);
    assertThat(works.progress(begun.id(), Work.Kind.OPENING, 1, 1, 2)).isZero();
    assertThat(works.end(begun.id(), Work.Kind.OPENING, 1, Work.State.FAILED, "迟到")).isZero();
    assertThat(members.count(begun.id(), ALL, new Scope.Whole())).isEqualTo(2);
    assertThat(county.row(begun.id(), county.first).name()).isEqualTo(county.first.name());
  }

  /// What the first node had written already, with a name that is not the company's.
  private void leaveBehind(long round) throws SQLException {
    try (Connection connection = TestDatabase.asOwner();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO review_member (round_id, company_id, name, region_code, region_name,
                                           demo, holding_id, held_from)
                VALUES (?, ?, '半途', ?, '半途', FALSE, 0, '2022-01-01')
                """)) {
      insert.setLong(1, round);
      insert.setLong(2, county.first.id());
      insert.setString(3, county.first.regionCode());
      insert.executeUpdate();
    }
  }

  private static void silence(long round) throws SQLException {
    try (Connection connection = TestDatabase.asOwner();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE review_work
                SET touched_at = touched_at - INTERVAL 2 MINUTE
                WHERE round_id = ?
                """)) {
      update.setLong(1, round);
      update.executeUpdate();
    }
  }
}
