package seedbed.review;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.criteria.Titles;
import seedbed.figure.Moment;
import seedbed.web.Refusal;

/// Opens rounds, and gives up those that were opened by mistake.
@Singleton
class Opening {

  private static final int FIRST_YEAR = 2018;

  private final TransactionOperations<Connection> transactions;
  private final Rounds rounds;
  private final Works works;
  private final Enrolled enrolled;
  private final Titles titles;
  private final Clock clock;

  Opening(
      TransactionOperations<Connection> transactions,
      Rounds rounds,
      Works works,
      Enrolled enrolled,
      Titles titles,
      Clock clock) {
    this.transactions = transactions;
    this.rounds = rounds;
    this.works = works;
    this.enrolled = enrolled;
    this.titles = titles;
    this.clock = clock;
  }

  /// What somebody wants to open.
  record Wish(
      String title, int year, LocalDate asOf, LocalDate opinionsDue, LocalDate decisionsDue) {}

  /// Writes down that a round begins, for the caller's region; its members come by [Filling].
  ///
  /// @throws Refusal.Invalid when it cannot begin
  Round open(Wish wish, Permission by) {
    return open(wish, Signature.of(by.caller()), region(by), LocalDate.now(clock), clock.instant());
  }

  Round open(Wish wish, Signature by, String region, LocalDate today, Instant now) {
    require(wish, today);
    requireFree(wish, region);
    if (enrolled.places(region, wish.title(), wish.asOf()).isEmpty()) {
      throw new Refusal.Invalid(
          "asOf",
          "%s 没有在%s的企业，不能建立本轮。请核对截止日期和在库登记。"
              .formatted(wish.asOf(), titles.get(wish.title()).label()));
    }
    try {
      return transactions.executeWrite(_ -> {
        requireFree(wish, region);
        Round round = rounds.save(begun(wish, by, region, today, now));
        works.want(round.id(), Work.Kind.OPENING, 0);
        return round;
      });
    } catch (DataAccessException e) {
      // The unique key speaks where two opened the same year at once.
      requireFree(wish, region);
      throw e;
    }
  }

  private Round begun(Wish wish, Signature by, String region, LocalDate today, Instant now) {
    Instant known = Moment.on(wish.asOf(), clock).known();
    @Nullable Long last = rounds.closedBefore(region, wish.title(), wish.year()).orElse(null);
    return new Round(
        0,
        wish.title(),
        region,
        wish.year(),
        1,
        Stage.OPENING,
        wish.asOf(),
        known.isAfter(now) ? now : known,
        wish.opinionsDue(),
        wish.decisionsDue(),
        last,
        0,
        today,
        by.by(),
        by.as(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  private void require(Wish wish, LocalDate today) {
    if (titles.find(wish.title()).filter(each -> each.kind() == Titles.Kind.POOL).isEmpty()) {
      throw new Refusal.Invalid("title", "请选择要核实的培育库。");
    }
    if (wish.year() < FIRST_YEAR || wish.year() > today.getYear()) {
      throw new Refusal.Invalid("year", "年度应在 %d 至 %d 之间。".formatted(FIRST_YEAR, today.getYear()));
    }
    if (wish.asOf().isAfter(today)) {
      throw new Refusal.Invalid("asOf", "数据截止日不能晚于今天（" + today + "）。");
    }
    if (wish.asOf().getYear() < wish.year()) {
      throw new Refusal.Invalid("asOf", "数据截止日不能早于 " + wish.year() + " 年。");
    }
    if (wish.opinionsDue().isBefore(today)) {
      throw new Refusal.Invalid("opinionsDue", "镇（街道）提出意见的期限不能早于今天（" + today + "）。");
    }
    if (wish.decisionsDue().isBefore(wish.opinionsDue())) {
      throw new Refusal.Invalid("decisionsDue", "作出决定的期限不能早于镇（街道）提出意见的期限。");
    }
  }

  private void requireFree(Wish wish, String region) {
    rounds
        .findByRegionCodeAndTitleAndAboutYearAndStanding(region, wish.title(), wish.year(), 1)
        .ifPresent(round -> {
          throw new Refusal.Invalid(
              "year", "%d 年度的动态管理已经建立（%s），不能重复建立。".formatted(wish.year(), round.stage().label()));
        });
    rounds
        .unfinished(region, wish.title())
        .ifPresent(id -> {
          throw new Refusal.Invalid("title", "同一培育库还有一轮动态管理没有办结（编号 " + id + "），办结或作废后才能启动新的一轮。");
        });
  }

  /// Gives up a round that is not closed; what was written of it stays to be read.
  void cancel(Round round, String reason, Signature by) {
    transactions.executeWrite(_ -> {
      // First what its opening holds, then the round, in the order of whoever opens it.
      works.stop(round.id(), "本轮已作废。");
      rounds.lock(round.id());
      if (rounds.cancel(round.id(), reason, by.by(), by.as(), clock.instant()) == 0) {
        throw new Refusal.Stale("本轮已经结束或作废，没有再次办理。");
      }
      return true;
    });
  }

  private static String region(Permission by) {
    return switch (by.scope()) {
      case Scope.Region(String code) -> code;
      case Scope.Portfolio _, Scope.Single _, Scope.Nothing _, Scope.Whole _ ->
          throw new Refusal.NotAllowed("动态管理由培育办按区划建立。");
    };
  }
}
