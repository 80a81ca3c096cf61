package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.web.Refusal;

/// What the office decides of members, each decision with its reason. Nobody is decided by silence.
@Singleton
class Deciding {

  private final Sayings sayings;
  private final Rulings rulings;
  private final Recommending recommending;
  private final VisibleMembers members;
  private final Titles titles;
  private final Clock clock;

  Deciding(
      Sayings sayings,
      Rulings rulings,
      Recommending recommending,
      VisibleMembers members,
      Titles titles,
      Clock clock) {
    this.sayings = sayings;
    this.rulings = rulings;
    this.recommending = recommending;
    this.members = members;
    this.titles = titles;
    this.clock = clock;
  }

  /// @param version what the writer had in front of him
  Sayings.Said decide(Member member, Ruling.Decided decided, long version, Caller by, Instant at) {
    require(member, decided, day(at));
    return sayings.say(
        member,
        () ->
            rulings.decide(
                member.id(),
                version,
                decided.decision(),
                decided.upward(),
                decided.rectifyUntil(),
                decided.reason(),
                by.username(),
                day(at)),
        line(decided, at),
        by);
  }

  /// The same decision on every member of a list that is not decided yet; each of those that can be
  /// recommended at one stroke is recommended for the title that was judged.
  ///
  /// @return on how many
  int decideAll(Round round, MemberQuery query, Ruling.Decided decided, Permission by, Instant at) {
    require(decided, day(at));
    if (decided.decision() != Decision.RECOMMEND) {
      return decideAll(round, query, decided, by, at, rulings::lockUndecided);
    }
    List<Long> ids = recommending.weigh(round, query, by.scope(), day(at)).ids();
    boolean silent = !Recommending.waiting(round, day(at));
    // The township may have spoken since the list was read.
    return ids.isEmpty()
        ? 0
        : decideAll(
            round,
            query.only(ids),
            decided,
            by,
            at,
            members -> rulings.lockRecommended(members, silent));
  }

  private int decideAll(
      Round round,
      MemberQuery query,
      Ruling.Decided decided,
      Permission by,
      Instant at,
      UnaryOperator<List<Long>> open) {
    return sayings.sayOfAll(
        round,
        query.undecided(),
        by,
        line(decided, at),
        new Sayings.Many() {
          @Override
          public List<Long> open(List<Long> members) {
            return open.apply(members);
          }

          @Override
          public int changed(List<Long> members) {
            return rulings.decideAll(
                members,
                decided.decision(),
                decided.rectifyUntil(),
                decided.reason(),
                by.caller().username(),
                day(at));
          }
        });
  }

  /// Who of a list would be recommended together, before it happens.
  ///
  /// @throws Refusal.Invalid where the decision does not say what it needs
  Recommending.Weighed weigh(
      Round round, MemberQuery query, Ruling.Decided decided, Permission by, Instant at) {
    require(decided, day(at));
    return recommending.weigh(round, query, by.scope(), day(at));
  }

  /// What speaks against a decision on all of a list, before it happens.
  ///
  /// @throws Refusal.Invalid where the decision does not say what it needs
  VisibleMembers.Doubted doubted(
      Round round, MemberQuery query, Ruling.Decided decided, Permission by, Instant at) {
    require(decided, day(at));
    return members.doubted(round.id(), query, by.scope(), doubts(round, decided, at));
  }

  /// Those of a list against whom nothing speaks.
  MemberQuery clear(Round round, MemberQuery query, Ruling.Decided decided, Instant at) {
    return query.without(doubts(round, decided, at));
  }

  private List<Doubt> doubts(Round round, Ruling.Decided decided, Instant at) {
    return Doubt.of(decided.decision(), Recommending.waiting(round, day(at)));
  }

  /// That a decision on a member says what it needs.
  ///
  /// @throws Refusal.Invalid naming the field of the form
  void require(Member member, Ruling.Decided decided, LocalDate today) {
    require(decided, today);
    if (decided.decision() == Decision.RECOMMEND) {
      requireUpward(member, decided.upward());
    }
  }

  private static void require(Ruling.Decided decided, LocalDate today) {
    if (decided.reason().isBlank()) {
      throw new Refusal.Invalid("reason", "请写明决定的理由。");
    }
    LocalDate until = decided.rectifyUntil();
    if (decided.decision() == Decision.RECTIFY && (until == null || !until.isAfter(today))) {
      throw new Refusal.Invalid("rectifyUntil", "限期整改的，请填写 " + today + " 以后的整改期限。");
    }
  }

  private void requireUpward(Member member, @Nullable String upward) {
    if (upward == null || titles.find(upward).isEmpty()) {
      throw new Refusal.Invalid("upward", "推荐上一级的，请选择推荐申报的称号。");
    }
    String next = member.nextTitle();
    if (next == null) {
      throw new Refusal.Invalid("upward", "这家企业已在梯度最高一级，没有上一级可以推荐。");
    }
    if (titles.get(upward).ladder() < titles.get(next).ladder()) {
      throw new Refusal.Invalid(
          "upward",
          "%s不高于这家企业已持有的称号；可推荐%s或者更高的称号。"
              .formatted(titles.get(upward).label(), titles.get(next).label()));
    }
    if (upward.equals(next) && member.nextTruth() == Truth.NOT_MET) {
      throw new Refusal.Invalid(
          "upward",
          "%s的条件还不满足（%s），不能推荐。".formatted(titles.get(upward).label(), member.nextWords()));
    }
  }

  private Sayings.Line line(Ruling.Decided decided, Instant at) {
    LocalDate until = decided.rectifyUntil();
    String upward = decided.upward();
    String detail =
        until != null ? until.toString() : upward == null ? null : titles.get(upward).label();
    return new Sayings.Line(Entry.Kind.DECISION, decided.decision(), detail, decided.reason(), at);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
