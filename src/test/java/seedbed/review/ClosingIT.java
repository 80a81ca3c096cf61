package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.archive.Archiving;
import seedbed.company.TitleHolding;
import seedbed.signin.Door;

/// How a round ends, and what becomes of the pool by it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("办结动态管理")
final class ClosingIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;
  @Inject Rounds rounds;
  @Inject VisibleMembers members;
  @Inject Digest digest;
  @Inject Rulings rulings;
  @Inject Archiving archiving;
  @Inject TransactionOperations<Connection> transactions;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("没有作出决定的不按默认处理")
  void nobodyIsDecidedBySilence() {
    long round = county.opened();
    county.decide(county.member(round, county.first), "keep", "继续培育");

    var refused = county.close(round);

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text()).contains("还有 1 家没有作出决定");
    assertThat(county.stage(round)).isEqualTo(Stage.OPEN);
  }

  @Test
  @DisplayName("结束后调出的不再在库，其余不变，编号连续")
  void closingAppliesMembershipsAndNumbersTheDecision() {
    long round = county.opened();
    county.decide(county.member(round, county.first), "keep", "继续培育");
    county.decide(county.member(round, county.second), "remove", "已停产");

    county.closed(round);

    Round closed = rounds.findById(round).orElseThrow();
    assertThat(closed.archiveNumber()).matches("动管档〔%d〕\\d+号".formatted(people.today().getYear()));
    assertThat(closed.digest()).isEqualTo(digest.again(closed));
    assertThat(people.places(county.first).getLast().heldTo()).isNull();
    TitleHolding ended = people.places(county.second).getLast();
    assertThat(ended.heldTo()).isEqualTo(people.today());
    assertThat(ended.endDocument()).isEqualTo("试验公告1号");
    assertThat(county.main("/titles/" + ended.id())).contains("调出", "已停产");
  }

  @Test
  @DisplayName("以后才生效的调出，到那一天为止仍在库")
  void whoeverIsRemovedLaterIsInUntilThen() {
    LocalDate later = people.today().plusDays(10);
    long round = county.opened();
    county.decide(county.member(round, county.first), "keep", "继续培育");
    county.decide(county.member(round, county.second), "remove", "已停产");

    county.closed(round, later);

    TitleHolding ended = people.places(county.second).getLast();
    assertThat(ended.heldTo()).isEqualTo(later);
    assertThat(ended.covers(later.minusDays(1))).isTrue();
    assertThat(county.main("/titles/" + ended.id())).contains("调出", "已停产");
  }

  @Test
  @DisplayName("期间迁到外地的企业仍在名单上")
  void whoeverMovesAwayMeanwhileIsStillDecidedAndRead() {
    long round = county.opened();
    long member = county.member(round, county.first);
    String elsewhere = "1899" + county.code.substring(4);
    people.settle(elsewhere);
    people.move(county.first, elsewhere + "001");

    county.decide(member, "keep", "继续培育");
    county.decide(county.member(round, county.second), "keep", "继续培育");
    county.closed(round);

    assertThat(county.main("/reviews/" + round + "/list")).contains(county.first.name());
  }

  @Test
  @DisplayName("企业结束后才看到自己的结果")
  void aCompanyIsToldOnceTheRoundIsClosed() {
    String owner = people.owner(county.first);
    long round = county.opened();
    long member = county.member(round, county.first);
    String own = "/review-members/" + member;
    people.act(
        county.township, own, own + "/opinion", Map.of("opinion", "rectify", "note", "只给培育办看"));
    county.decide(member, "keep", "继续培育");
    county.decide(county.member(round, county.second), "keep", "继续培育");

    assertThat(door.page("/review-members/" + member, owner).code()).isEqualTo(404);
    assertThat(door.page("/reviews/" + round, owner).code()).isEqualTo(404);
    county.closed(round);

    assertThat(county.main(owner, "/reviews")).contains("保留");
    assertThat(county.main(owner, "/review-members/" + member))
        .contains("继续培育")
        .doesNotContain("只给培育办看");
    assertThat(county.main(owner, "/reviews/" + round)).doesNotContain("只给培育办看");
    assertThat(door.page("/review-members/" + county.member(round, county.second), owner).code())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("上年结果在旁，调出后不再参加下一轮，可以再次申请入库")
  void theNextRoundStandsBesideTheLast() {
    long last = county.opened(county.wish(county.yesterday().getYear() - 1));
    county.decide(county.member(last, county.first), "keep", "继续培育");
    county.decide(county.member(last, county.second), "remove", "停产");
    county.closed(last, county.yesterday());

    long round = county.opened();

    assertThat(members.count(round, new MemberQuery(null, null, null), new Scope.Whole()))
        .isEqualTo(1);
    String comparison = county.main("/reviews/" + round + "/comparison");
    assertThat(comparison).contains("上一轮在库、本轮不在库", county.second.name());
    assertThat(county.main("/review-members/" + county.member(round, county.first)))
        .contains("上一轮", "保留");
    String owner = people.owner(county.second);
    people.act(owner, "/applications/new", "/applications", Map.of("title", ReviewPeople.POOL));
  }

  @Test
  @DisplayName("两人同时办结，只办结一次，只编一个号")
  void twoWhoCloseAtOnceCloseOnce() throws Exception {
    long round = county.opened();
    county.keepBoth(round);

    List<Callable<Integer>> both =
        List.of(() -> county.close(round).code(), () -> county.close(round).code());
    List<Integer> codes = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> each : executor.invokeAll(both)) {
        codes.add(each.get());
      }
    }
    County.await(() -> county.stage(round) == Stage.CLOSED);

    assertThat(codes).containsExactlyInAnyOrder(303, 409);
    assertThat(archiving.about("review", round)).hasSize(1);
  }

  @Test
  @DisplayName("办结等候正在登记的决定，把它一并办结；等候期间别人不能再登记")
  void aClosingWaitsForADecisionThatIsUnderWay() {
    long round = county.opened();
    county.keepBoth(round);
    long changed = county.member(round, county.second);
    String page = "/review-members/" + changed;

    transactions.executeWrite(_ -> {
      assertThat(rounds.holdOpen(round)).isPresent();
      assertThat(county.close(round).code()).isEqualTo(303);
      var late =
          people.send(
              county.office, page, page + "/decision", Map.of("decision", "keep", "reason", "抢先"));
      assertThat(late.code()).isEqualTo(409);
      assertThat(late.body()).contains("正在办结");
      return rulings.decide(
          changed,
          county.ruling(changed).version(),
          Decision.REMOVE,
          null,
          null,
          "刚刚停产",
          "试验",
          people.today());
    });
    County.await(() -> county.stage(round) == Stage.CLOSED);

    assertThat(people.places(county.second).getLast().heldTo()).isEqualTo(people.today());
    assertThat(digest.again(county.round(round))).isEqualTo(county.round(round).digest());
  }

  @RepeatedTest(4)
  @DisplayName("办结与决定同时发生，或者决定在内，或者决定被拒，没有第三种")
  void aDecisionBesideAClosingIsInItOrRefused() throws Exception {
    long round = county.opened();
    county.keepBoth(round);
    long changed = county.member(round, county.second);
    String page = "/review-members/" + changed;

    Callable<Integer> closing = () -> county.close(round).code();
    Callable<Integer> decision =
        () ->
            people
                .send(
                    county.office,
                    page,
                    page + "/decision",
                    Map.of("version", "1", "decision", "remove", "reason", "停产"))
                .code();
    boolean decided;
    try (var executor = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> codes = executor.invokeAll(List.of(closing, decision));
      assertThat(codes.getFirst().get()).isEqualTo(303);
      assertThat(codes.getLast().get()).isIn(303, 409);
      decided = codes.getLast().get() == 303;
    }
    County.await(() -> county.stage(round) == Stage.CLOSED);

    assertThat(county.ruling(changed).decision())
        .isEqualTo(decided ? Decision.REMOVE : Decision.KEEP);
    assertThat(people.places(county.second).getLast().heldTo())
        .isEqualTo(decided ? people.today() : null);
    assertThat(digest.again(county.round(round))).isEqualTo(county.round(round).digest());
  }
}
