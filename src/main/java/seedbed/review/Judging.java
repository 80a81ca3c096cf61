package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.company.Slices;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What townships and the office say of members: one by one, or of many at once. Nobody is decided
/// by silence, and each saying has its line in the history.
@Singleton
class Judging {

  private static final int AT_ONCE = 500;

  private static final String ENTRY =
      """
      INSERT INTO review_entry (member_id, kind, says, detail, note, done_at, done_by, done_as)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Rounds rounds;
  private final Rulings rulings;
  private final VisibleMembers members;
  private final Titles titles;
  private final Clock clock;

  Judging(
      TransactionOperations<Connection> transactions,
      Rounds rounds,
      Rulings rulings,
      VisibleMembers members,
      Titles titles,
      Clock clock) {
    this.transactions = transactions;
    this.rounds = rounds;
    this.rulings = rulings;
    this.members = members;
    this.titles = titles;
    this.clock = clock;
  }

  /// A township's opinion of a member.
  ///
  /// @param confirmed that what was carried over from earlier years still holds
  record Opinion(Decision opinion, @Nullable String note, boolean confirmed) {}

  /// How it ended.
  sealed interface Said {}

  record Kept() implements Said {}

  /// Somebody else said something meanwhile, or the office has decided; nothing was kept.
  record Overtaken(Ruling now) implements Said {}

  /// @param version what the writer had in front of him
  Said advise(Member member, Opinion opinion, long version, Caller by, Instant at) {
    require(opinion, member.carried() != null);
    return say(
        member,
        () ->
            rulings.advise(
                member.id(), version, opinion.opinion(), opinion.note(), by.username(), day(at)),
        new Line(Entry.Kind.OPINION, opinion.opinion(), null, opinion.note(), at),
        by);
  }

  Said decide(Member member, Ruling.Verdict verdict, long version, Caller by, Instant at) {
    require(member, verdict, day(at));
    return say(
        member,
        () ->
            rulings.decide(
                member.id(),
                version,
                verdict.decision(),
                verdict.upward(),
                verdict.rectifyUntil(),
                verdict.reason(),
                by.username(),
                day(at)),
        new Line(
            Entry.Kind.DECISION,
            verdict.decision(),
            detail(verdict.upward(), verdict.rectifyUntil()),
            verdict.reason(),
            at),
        by);
  }

  private interface Change {
    int made();
  }

  private record Line(
      Entry.Kind kind,
      Decision says,
      @Nullable String detail,
      @Nullable String note,
      Instant at) {}

  private Said say(Member member, Change change, Line line, Caller by) {
    return transactions.executeWrite(status -> {
      hold(member.roundId());
      if (change.made() == 0) {
        return new Overtaken(rulings.find(member.id()).orElseThrow());
      }
      record(status.getConnection(), List.of(member.id()), line, by);
      return new Kept();
    });
  }

  /// The same opinion of every member of a list of whom nothing was said yet.
  ///
  /// @return of how many
  int adviseAll(
      Round round, MemberQuery query, Opinion opinion, Permission by, Instant at) {
    require(opinion, false);
    MemberQuery silent = query.withoutOpinion(!opinion.confirmed());
    return sayAll(
        round,
        silent,
        by,
        new Line(Entry.Kind.OPINION, opinion.opinion(), null, opinion.note(), at),
        slice ->
            rulings.adviseAll(
                slice, opinion.opinion(), opinion.note(), by.caller().username(), day(at)));
  }

  /// The same decision on every member of a list that is not decided yet.
  ///
  /// @return on how many
  int decideAll(
      Round round, MemberQuery query, Ruling.Verdict verdict, Permission by, Instant at) {
    requireReason(verdict);
    requireUntil(verdict, day(at));
    MemberQuery open = query.undecided(verdict.decision() == Decision.RECOMMEND);
    return sayAll(
        round,
        open,
        by,
        new Line(
            Entry.Kind.DECISION,
            verdict.decision(),
            detail(null, verdict.rectifyUntil()),
            verdict.reason(),
            at),
        slice ->
            rulings.decideAll(
                slice,
                verdict.decision(),
                verdict.rectifyUntil(),
                verdict.reason(),
                by.caller().username(),
                day(at)));
  }

  private interface Slice {
    int changed(List<Long> members);
  }

  private int sayAll(Round round, MemberQuery query, Permission by, Line line, Slice change) {
    return transactions.executeWrite(status -> {
      hold(round.id());
      List<Long> ids = members.lockIds(round.id(), query, by.scope());
      for (List<Long> slice : Slices.of(ids, AT_ONCE)) {
        change.changed(slice);
        record(status.getConnection(), slice, line, by.caller());
      }
      return ids.size();
    });
  }

  // Behind a lock that others share, so that the round is not closed beside it.
  private void hold(long round) {
    if (rounds.holdOpen(round).isEmpty()) {
      throw new Refusal.Stale("本轮现在不在进行中，不能再填写意见或作出决定。请打开本轮，看过最新情况。");
    }
  }

  private void record(Connection connection, List<Long> members, Line line, Caller by)
      throws SQLException {
    String unit = by.unit();
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (long member : members) {
        insert.setLong(1, member);
        insert.setString(2, line.kind().name());
        insert.setString(3, line.says().name());
        insert.setString(4, line.detail());
        insert.setString(5, line.note());
        insert.setTimestamp(6, Timestamp.from(line.at()));
        insert.setString(7, by.username());
        insert.setString(8, unit == null ? by.role().label() : unit);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void require(Opinion opinion, boolean carried) {
    List<FieldError> wrong = new ArrayList<>();
    if (opinion.opinion() != Decision.KEEP && opinion.note() == null) {
      wrong.add(
          new FieldError("note", "建议“" + opinion.opinion().label() + "”的，请写明理由。"));
    }
    if (carried && !opinion.confirmed()) {
      wrong.add(new FieldError("confirmed", "有沿用以前填报的内容，请核对后勾选“仍然属实”；不属实的请先让企业更正。"));
    }
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid("意见还不完整。", wrong);
    }
  }

  private void require(Member member, Ruling.Verdict verdict, LocalDate today) {
    requireReason(verdict);
    requireUntil(verdict, today);
    if (verdict.decision() == Decision.RECOMMEND) {
      requireUpward(member, verdict.upward());
    }
  }

  private static void requireReason(Ruling.Verdict verdict) {
    if (verdict.reason().isBlank()) {
      throw new Refusal.Invalid("reason", "请写明决定的理由。");
    }
  }

  private static void requireUntil(Ruling.Verdict verdict, LocalDate today) {
    LocalDate until = verdict.rectifyUntil();
    if (verdict.decision() == Decision.RECTIFY && (until == null || !until.isAfter(today))) {
      throw new Refusal.Invalid("rectifyUntil", "限期整改的，请填写 " + today + " 以后的整改期限。");
    }
  }

  private void requireUpward(Member member, @Nullable String upward) {
    if (upward == null || titles.find(upward).isEmpty()) {
      throw new Refusal.Invalid("upward", "推荐上一级的，请选择推荐申报的称号。");
    }
    if (upward.equals(member.nextTitle()) && member.nextTruth() == Truth.NOT_MET) {
      throw new Refusal.Invalid(
          "upward",
          "%s的条件还不满足（%s），不能推荐。"
              .formatted(titles.get(upward).label(), member.nextWords()));
    }
  }

  private @Nullable String detail(@Nullable String upward, @Nullable LocalDate until) {
    return until != null ? until.toString() : upward == null ? null : titles.get(upward).label();
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
